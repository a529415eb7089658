using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Files;
using Portal.Data.Seeding;
using Portal.Jobs;
using Portal.Mail;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>The table of settings in docs/operations.md names every setting that the portal reads, and none that it does not.</summary>
public partial class WritingDownTheSettings
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Database"] = typeof(DatabaseOptions), ["Partnership"] = typeof(FirstPartnershipOptions), ["Mail"] = typeof(MailOptions), ["Jobs"] = typeof(JobOptions),
        ["Storage"] = typeof(StorageOptions),
    };

    [Fact]
    public void Every_section_that_is_read_is_known_here() => Assert.Equal(
        Sections.Keys.Order(),
        Repository.Sources("Portal", ".cs").SelectMany(path => Section().Matches(File.ReadAllText(Repository.File(path)))).Select(m => m.Groups["name"].Value).Distinct().Order());

    [Fact]
    public void Every_setting_is_written_down_and_every_one_written_down_exists()
    {
        string[] read = ["Portal:Address", .. Sections.SelectMany(s => s.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => $"{s.Key}:{p.Name}"))];
        var table = File.ReadLines(Repository.File("docs/operations.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|')[1]);
        Assert.Equal(read.Order(), table.SelectMany(cell => Setting().Matches(cell)).Select(m => m.Value).Order());
    }

    [GeneratedRegex("""GetSection\("(?<name>\w+)"\)""")] private static partial Regex Section();
    [GeneratedRegex(@"\w+:\w+")] private static partial Regex Setting();
}
