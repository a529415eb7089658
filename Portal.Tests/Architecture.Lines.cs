using Portal.Tests.Support;

namespace Portal.Tests;

public partial class Architecture
{
    private const int LongestLine = 140;

    [Fact]
    public void No_line_is_longer_than_140() => NoneOf(
        from path in Projects.SelectMany(p => Repository.Sources(p, ".cs", ".razor", ".cshtml", ".sql"))
        from line in File.ReadLines(Repository.File(path)).Select((text, i) => (text.Length, Number: i + 1))
        where line.Length > LongestLine
        select $"{path} has {line.Length} characters in line {line.Number}");
}
