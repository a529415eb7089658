using System.Text;
using MimeKit;

namespace Portal.Tests.Support.Smtp;

/// <summary>A message as its reader sees it: decoded headers and parts, from a server or from an .eml file.</summary>
public sealed record ReceivedMessage(byte[] Bytes, MimeMessage Message)
{
    public string? EnvelopeFrom { get; init; }
    public IReadOnlyList<string> EnvelopeTo { get; init; } = [];
    public string? SignedInAs { get; init; }
    public bool Encrypted { get; init; }

    /// <summary>The message as it came over the line, one character for each byte.</summary>
    public string Raw => Encoding.Latin1.GetString(Bytes);
    public string Subject => Message.Subject ?? "";
    public string To => Message.To.ToString();
    public string MessageId => Header("Message-ID");
    public string PlainText => (Message.TextBody ?? "").ReplaceLineEndings("\n").TrimEnd('\n');
    public string Html => (Message.HtmlBody ?? "").ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>The header's decoded value, or nothing when the message does not carry it.</summary>
    public string Header(string name) => Message.Headers[name] ?? Message.Body?.Headers[name] ?? "";

    public static ReceivedMessage Parse(byte[] bytes) => new(bytes, MimeMessage.Load(new MemoryStream(bytes)));

    public static ReceivedMessage Read(string path) => Parse(File.ReadAllBytes(path));
}
