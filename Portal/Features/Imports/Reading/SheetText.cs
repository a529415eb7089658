using System.Buffers;
using System.Text;
using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Follows one part of a workbook byte by byte while it unpacks, and refuses a cell that no spreadsheet could hold before
/// a reader would take it into memory. Of a part that is neither a sheet nor the shared texts it tells only what it is.
/// </summary>
/// <remarks>
/// It need not understand XML, only never take less for one cell than a reader would. What spreadsheets do not write and
/// could hide the end of a cell (CDATA, a document type, another encoding than UTF-8) is refused.
/// </remarks>
internal sealed class SheetText
{
    /// <summary>Characters that Excel, and every other spreadsheet, takes in one cell.</summary>
    public const int LongestCell = 32_767;

    private static readonly SearchValues<byte> AfterAName = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>Bytes of one cell, or of one tag outside cells, with all their markup.</summary>
    private const int LongestMarkup = 1 << 20;

    /// <summary>A reader takes "&amp;amp;" for one character.</summary>
    private const int LongestEntity = 10;

    private enum At { Start, Text, Tag, Quoted, Comment, Instruction }

    /// <summary>The beginning of the tag in hand, enough for its name or for the declaration of the encoding.</summary>
    private readonly byte[] tag = new byte[256];
    private At at;
    private int length, characters, bytes, entity, dashes, cells;
    private byte quote, last;
    private bool isOver;

    /// <summary>What the part is: the name of its first element; empty before that and when it is no XML.</summary>
    public string Root { get; private set; } = "";

    /// <exception cref="Refused">A cell is too long, or the part is not written as a spreadsheet writes it.</exception>
    public void Read(ReadOnlySpan<byte> piece)
    {
        foreach (var one in piece)
        {
            if (isOver) return;
            if (at == At.Start) Begin(one);
            else if (one == 0) throw Unreadable();
            else if (++bytes > LongestMarkup) throw TooLong();
            else if (at == At.Text) ReadText(one);
            else ReadTag(one);
            last = one;
        }
    }

    /// <summary>XML begins with a tag, after a byte order mark and spaces at most; anything else is a picture.</summary>
    private void Begin(byte one)
    {
        if ((last, one) is (0xFE, 0xFF) or (0xFF, 0xFE)) throw Unreadable();
        if (one == '<') Open();
        else isOver = one is not (0 or 0xFE or 0xFF or 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    private void Open()
    {
        if (cells == 0) (characters, bytes) = (0, 0);
        (at, length, entity) = (At.Tag, 0, 0);
    }

    private void ReadText(byte one)
    {
        if (one == '<') Open();
        // The letters of an entity after its sign, and the bytes of a letter after its first, are no characters of their own.
        else if (entity is > 0 and < LongestEntity) entity = one == ';' ? 0 : entity + 1;
        else
        {
            entity = one == '&' ? 1 : 0;
            if ((one & 0xC0) != 0x80 && ++characters > LongestCell) throw TooLong();
        }
    }

    private void ReadTag(byte one)
    {
        if (length < tag.Length) tag[length++] = one;
        switch (at)
        {
            case At.Quoted: at = one == quote ? At.Tag : At.Quoted; break;
            case At.Comment when one == '>' && dashes >= 2: at = At.Text; break;
            case At.Comment: dashes = one == '-' ? dashes + 1 : 0; break;
            case At.Instruction when one == '>' && last == '?' && length != 2: EndInstruction(); break;
            case At.Instruction: break;
            case At.Tag when length == 1 && one == '?': at = At.Instruction; break;
            case At.Tag when length == 3 && tag.AsSpan(0, 3).SequenceEqual("!--"u8): (at, dashes) = (At.Comment, 0); break;
            case At.Tag when one is (byte)'"' or (byte)'\'': (at, quote) = (At.Quoted, one); break;
            case At.Tag when one == '>': Close(tag.AsSpan(0, length)); break;
        }
    }

    private void Close(ReadOnlySpan<byte> text)
    {
        at = At.Text;
        if (text[0] == '!') throw Unreadable();
        var name = Name(text);
        if (Root.Length == 0)
        {
            Root = Encoding.UTF8.GetString(name);
            isOver = Root is not ("worksheet" or "sst");
        }
        else if (name.SequenceEqual("c"u8) || name.SequenceEqual("si"u8)) Count(text[0] == '/');
    }

    /// <summary>A cell ends where it began, whatever stands in it; an empty one ends as it begins.</summary>
    private void Count(bool isEnd)
    {
        if (cells == 0) (characters, bytes) = (0, 0);
        if (isEnd) cells = Math.Max(0, cells - 1);
        else if (last != '/') cells++;
    }

    private void EndInstruction()
    {
        at = At.Text;
        var text = Encoding.Latin1.GetString(tag, 0, length);
        var isOther = text.Contains("encoding", StringComparison.Ordinal) && !text.Contains("utf-8", StringComparison.OrdinalIgnoreCase);
        if (isOther || length == tag.Length) throw Unreadable();
    }

    /// <summary>Without the sign of an end, and without a prefix.</summary>
    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> tag)
    {
        var name = tag[(tag[0] == '/' ? 1 : 0)..];
        name = name[..(name.IndexOfAny(AfterAName) is >= 0 and var end ? end : name.Length)];
        return name[(name.IndexOf((byte)':') + 1)..];
    }

    private static Refused TooLong() =>
        new($"The selected workbook has a cell with more than {Words.Number(LongestCell)} characters. Shorten it and choose the "
            + "workbook again", "File");

    internal static Refused Unreadable() => new("We cannot read this workbook. Open it in Excel, save a new copy and choose that", "File");
}
