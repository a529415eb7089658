using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>What the sources may not say, because a machine or a partnership may call it something else.</summary>
public partial class Architecture
{
    [Fact]
    public void Days_and_numbers_are_said_by_Words_and_never_by_the_culture_of_the_machine() => NoneOf(
        from path in Repository.Sources("Portal", ".cs")
        from line in File.ReadLines(Repository.File(path))
        where !line.Contains("string.Create(", StringComparison.Ordinal)
        from Match said in OfTheMachine().Matches(line)
        select $"{path} says {said.Value}");

    [Fact]
    public void What_a_standard_is_called_decides_nothing() => NoneOf(
        from path in Repository.Sources("Portal", ".cs", ".razor", ".cshtml")
        from line in File.ReadLines(Repository.File(path))
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match code in Regex.Matches(line, "\"S[0-9]{2}\"")
        select $"{path} says {code.Value}");

    [GeneratedRegex("""\{[^{}"]*:(?:[NPC]\d?|[^{}"]*(?:MMM|yyyy)[^{}"]*|#[^{}"]*|0\.0+)\}|\.ToString\("[^"]*"\)""")]
    private static partial Regex OfTheMachine();
}
