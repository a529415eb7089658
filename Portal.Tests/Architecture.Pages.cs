using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests;

public partial class Architecture
{
    private const string FeatureFolder = "Portal/Features";

    [Fact]
    public void Nobody_is_sent_to_a_page_that_is_not_there()
    {
        var pages = Repository.Sources(FeatureFolder, ".cshtml").Select(p => p[FeatureFolder.Length..^".cshtml".Length]).ToHashSet();
        NoneOf(
            from path in Repository.Sources(FeatureFolder, ".cs", ".cshtml")
            let folder = path[FeatureFolder.Length..path.LastIndexOf('/')]
            from Match sent in Sent().Matches(File.ReadAllText(Repository.File(path)))
            let page = sent.Groups["page"].Value
            where !pages.Contains(page.StartsWith('/') ? page : $"{folder}/{page}")
            select $"{path} sends people to {page}");
        NoneOf(
            from Match part in Part().Matches(File.ReadAllText(Repository.File("Portal", "Features", "Sections.cs")))
            where !pages.Contains(part.Groups["page"].Value)
            select $"The menu sends people to {part.Groups["page"].Value}");
    }

    [GeneratedRegex(@"(?<![.\w])(?:RedirectToPage|Url\.Page|To)\(\s*(?:[^""();]* \? )?""(?<page>[\w/]+)""")]
    private static partial Regex Sent();

    [GeneratedRegex(@"new\(""[^""]+"", ""(?<page>/[\w/]+)""")]
    private static partial Regex Part();
}
