using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Mail;

/// <summary>
/// The plain-text part of a message, read off its HTML: blocks become paragraphs, list items begin with a dash, a term is
/// followed by its value, and a link's address stands after its words.
/// </summary>
public static partial class PlainText
{
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var href = "";
        var linkFrom = 0;
        foreach (Match token in Tokens().Matches(Unseen().Replace(html, "")))
        {
            var (tag, closes) = (token.Groups["tag"].Value.ToLowerInvariant(), token.Groups["slash"].Length > 0);
            switch (tag)
            {
                case "": Say(text, WebUtility.HtmlDecode(token.Value)); break;
                case "br": text.Append('\n'); break;
                case "li" when !closes: Break(text, 1); text.Append("- "); break;
                case "dt" when closes: text.Append(": "); break;
                case "dt" or "dd" or "tr" or "li": Break(text, tag == "dd" && !closes ? 0 : 1); break;
                case "td" or "th" when closes: Say(text, "  "); break;
                case "p" or "h1" or "h2" or "h3" or "ul" or "ol" or "dl" or "div" or "table": Break(text, 2); break;
                case "a" when !closes:
                    (href, linkFrom) =
                    (WebUtility.HtmlDecode(Href().Match(token.Value).Groups["href"].Value), text.Length); break;
                case "a" when href.Length > 0
                    && text.ToString(linkFrom, text.Length - linkFrom).Trim() != href:
                    text.Append(":\n").Append(href).Append('\n'); break;
            }
        }
        return $"{Blank().Replace(text.ToString(), "\n\n").Trim()}\n";
    }

    /// <summary>Spaces and line ends of the markup are one space, and none where a line begins.</summary>
    private static void Say(StringBuilder text, string words)
    {
        words = Space().Replace(words, " ");
        text.Append(text.Length == 0 || text[^1] is '\n' or ' ' ? words.TrimStart(' ') : words);
    }

    private static void Break(StringBuilder text, int lines)
    {
        while (text.Length > 0 && text[^1] == ' ' && lines > 0) text.Length--;
        var there = 0;
        while (there < text.Length && text[^(there + 1)] == '\n') there++;
        if (text.Length > 0) text.Append('\n', Math.Max(0, lines - there));
    }

    [GeneratedRegex("<(?<slash>/?)(?<tag>[a-zA-Z][a-zA-Z0-9]*)[^>]*>|[^<]+")] private static partial Regex Tokens();
    [GeneratedRegex("<!DOCTYPE[^>]*>|<!--.*?-->|<head.*?</head>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();
    [GeneratedRegex("href=\"(?<href>[^\"]*)\"")] private static partial Regex Href();
    [GeneratedRegex("[ \t\r\n]+")] private static partial Regex Space();
    [GeneratedRegex("[ ]*\n([ ]*\n)+")] private static partial Regex Blank();
}
