using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Support;

/// <summary>A message as its reader sees it: decoded headers and parts, from a server or from an .eml file.</summary>
public sealed partial record ReceivedMessage
{
    public required string Raw { get; init; }
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Media type → decoded content, of every part that is text.</summary>
    public required IReadOnlyDictionary<string, string> Parts { get; init; }

    public string? EnvelopeFrom { get; init; }
    public IReadOnlyList<string> EnvelopeTo { get; init; } = [];
    public string? SignedInAs { get; init; }
    public bool Encrypted { get; init; }

    public string Subject => Header("Subject");
    public string From => Header("From");
    public string To => Header("To");
    public string MessageId => Header("Message-ID");
    public string PlainText => Parts.GetValueOrDefault("text/plain", "");
    public string Html => Parts.GetValueOrDefault("text/html", "");

    /// <summary>The header's decoded value, or nothing when the message does not carry it.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <param name="raw">The message as bytes, one character for each.</param>
    public static ReceivedMessage Parse(string raw)
    {
        var (headers, body) = Split(raw);
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        AddParts(parts, headers, body);
        return new()
        {
            Raw = raw,
            Headers = headers.ToDictionary(h => h.Key, h => Words(h.Value), StringComparer.OrdinalIgnoreCase),
            Parts = parts,
        };
    }

    public static ReceivedMessage Read(string path) => Parse(File.ReadAllText(path, Encoding.Latin1));

    private static void AddParts(Dictionary<string, string> parts, Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        var boundary = Boundary().Match(type);
        if (!boundary.Success)
        {
            if (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
                parts[type.Split(';')[0].Trim()] = Decode(headers.GetValueOrDefault("Content-Transfer-Encoding", ""), type, body);
            return;
        }
        foreach (var part in body.Split("--" + boundary.Groups["value"].Value).Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal)))
        {
            var (inner, content) = Split(part.TrimStart('\r', '\n'));
            AddParts(parts, inner, content);
        }
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        text = text.Replace("\r\n", "\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(head, " ").Split('\n').Where(l => l.Contains(':')))
            headers[line[..line.IndexOf(':')].Trim()] = line[(line.IndexOf(':') + 1)..].Trim();
        return (headers, end < 0 ? "" : text[(end + 2)..]);
    }

    private static string Decode(string transfer, string type, string body)
    {
        var bytes = transfer.Trim().ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => Unquote(body.Replace("=\n", "")),
            _ => Encoding.Latin1.GetBytes(body),
        };
        var charset = Charset().Match(type) is { Success: true } found ? found.Groups["value"].Value : "utf-8";
        return Encoding.GetEncoding(charset).GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string Words(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "?=$1"), word =>
        Encoding.GetEncoding(word.Groups["charset"].Value).GetString(word.Groups["how"].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Unquote(word.Groups["text"].Value.Replace('_', ' '))));

    private static byte[] Unquote(string text) =>
        Encoding.Latin1.GetBytes(Quoted().Replace(text, q => ((char)Convert.ToByte(q.Groups["hex"].Value, 16)).ToString()));

    [GeneratedRegex("""boundary="?(?<value>[^";\s]+)"?""", RegexOptions.IgnoreCase)] private static partial Regex Boundary();
    [GeneratedRegex("""charset="?(?<value>[^";\s]+)"?""", RegexOptions.IgnoreCase)] private static partial Regex Charset();
    [GeneratedRegex(@"\n[ \t]+")] private static partial Regex Folded();
    [GeneratedRegex("=(?<hex>[0-9A-Fa-f]{2})")] private static partial Regex Quoted();
    [GeneratedRegex(@"=\?(?<charset>[^?]+)\?(?<how>[BbQq])\?(?<text>[^?]*)\?=")] private static partial Regex EncodedWord();
    [GeneratedRegex(@"\?=\s+(=\?)")] private static partial Regex BetweenWords();
}
