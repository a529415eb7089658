using System.Text;
using System.Text.Unicode;

namespace Portal.Features.Imports.Reading;

/// <summary>Tells how text was written: by its byte order mark, as UTF-8 when every byte fits, as Windows-1252 otherwise.</summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Guess(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[1 << 16];
        var kept = 0;
        for (var first = true; content.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false) is var read
            && read > 0; first = false)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode;
            if (first && bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
            var whole = WholeCharacters(bytes);
            if (!Utf8.IsValid(bytes[..whole])) return Encoding.GetEncoding(1252);
            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }
        return kept == 0 ? Encoding.UTF8 : Encoding.GetEncoding(1252);
    }

    /// <summary>How many bytes there are before a character that may go on in the next piece.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            var one = bytes[^back];
            if (one < 0x80) return bytes.Length;
            if (one >= 0xC0)
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData
                    ? bytes.Length - back
                    : bytes.Length;
        }
        return bytes.Length;
    }
}
