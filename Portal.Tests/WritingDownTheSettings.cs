using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>The table of settings in docs/operations.md names every setting that the portal reads, and none that it does not.</summary>
public partial class WritingDownTheSettings
{
    [Fact]
    public void Every_setting_is_written_down_and_every_one_written_down_exists()
    {
        var read = SettingUp.Settings.Select(s => s.Setting);
        var table = File.ReadLines(Repository.File("docs/operations.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|')[1]);
        Assert.Equal(read.Order(), table.SelectMany(cell => Setting().Matches(cell)).Select(m => m.Value).Order());
    }

    [GeneratedRegex(@"\w+:\w+")] private static partial Regex Setting();
}
