using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Portal.Tests.Support;

/// <summary>The words of an element in reading order, each block on a line of its own.</summary>
internal static partial class PageText
{
    private static readonly HashSet<string> Silent = ["script", "style", "template", "head", "svg", "noscript"];
    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "b", "bdi", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
        "time", "u", "var", "wbr"
    ];

    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return BlankLines().Replace(Spaces().Replace(text.ToString(), " "), "\n").Trim();
    }

    private static void Write(INode node, StringBuilder text)
    {
        if (node is IText words) text.Append(Spaces().Replace(words.Data.ReplaceLineEndings(" "), " "));
        if (node is not IElement element) return;
        if (Silent.Contains(element.LocalName)) return;
        var breaks = Inline.Contains(element.LocalName) ? "" : element.LocalName is "td" or "th" ? " " : "\n";
        text.Append(breaks);
        foreach (var child in element.ChildNodes) Write(child, text);
        text.Append(breaks);
    }

    [GeneratedRegex("[ \\t\u00A0]+")] private static partial Regex Spaces();
    [GeneratedRegex(@"\s*\n\s*")] private static partial Regex BlankLines();
}
