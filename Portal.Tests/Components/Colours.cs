using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>WCAG 2.2, 1.4.3 and 1.4.11: words 4.5 to 1 against what they stand on, drawings 3 to 1.</summary>
public partial class Colours
{
    private static readonly Dictionary<string, string> Named =
        Variable().Matches(File.ReadAllText(Repository.File("wwwroot/css/portal.css")))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [Theory]
    [InlineData("met", "#eaf5f0")]
    [InlineData("partly", "#fdf3e3")]
    [InlineData("not-met", "#fbecec")]
    [InlineData("unknown", "#eef0f9")]
    [InlineData("quiet", "#ffffff")]
    [InlineData("partly", "#ffffff")]
    [InlineData("not-met", "#ffffff")]
    [InlineData("ink-soft", "#e8dcec")]
    [InlineData("plum", "#f6f2f7")]
    public void Words_can_be_read(string ink, string ground) =>
        Assert.True(Contrast(Named[ink], ground) >= 4.5, $"{Contrast(Named[ink], ground):0.00}");

    [Theory]
    [InlineData("plum")]
    [InlineData("plum-mid")]
    [InlineData("met")]
    [InlineData("partly")]
    [InlineData("not-met")]
    public void Drawings_can_be_seen(string ink) => Assert.True(Contrast(Named[ink], "#ffffff") >= 3);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var c
            && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
