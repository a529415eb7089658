using System.Globalization;
using System.Text;

namespace Portal.Domain;

/// <summary>How the cells of people's own files are read: spaces, days, addresses and levels as people write them.</summary>
public static class ImportText
{
    private static readonly string[] DayFormats =
    [
        "d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "d MMM yyyy", "d MMMM yyyy", "d MMM yy", "d-MMM-yyyy", "d-MMM-yy", "d/MMM/yyyy",
        "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "ddd d MMM yyyy", "dddd d MMMM yyyy",
    ];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Text without the spaces around it, any space of any kind as one plain space; nothing is null.</summary>
    public static string? Clean(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return null;
        if (IsClean(cell)) return cell;
        var text = new StringBuilder(cell.Length);
        // By whole characters: half of one is replaced, because no database keeps it.
        foreach (var letter in cell.EnumerateRunes())
        {
            if (letter.Value is '\u200B' or '\uFEFF' or '\u00AD') continue;
            if (!Rune.IsWhiteSpace(letter) && !Rune.IsControl(letter)) text.Append(letter);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
        return text.Length == 0 ? null : Unquoted(text.ToString());
    }

    /// <summary>Text to compare by: case and spaces do not matter.</summary>
    public static string Key(string text) => (Clean(text) ?? "").ToUpperInvariant();

    /// <summary>A day in any of the ways people write one, the time of day left out; a serial number of Excel's too. Day before month.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 10_000 and < 80_000)
        {
            day = DateOnly.FromDateTime(DateTime.FromOADate(serial));
            return true;
        }
        var date = WithoutTime(text).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase).Replace(",", "");
        foreach (var suffix in (string[])["st ", "nd ", "rd ", "th "])
            if (date.IndexOf(suffix, StringComparison.OrdinalIgnoreCase) is var at and (1 or 2) && char.IsDigit(date[at - 1])) date = date.Remove(at, 2);
        return DateOnly.TryParseExact(date, DayFormats, English, DateTimeStyles.AllowWhiteSpaces, out day);
    }

    /// <summary>Whether it looks like an e-mail address: one @, no spaces, a dot after it.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.AsSpan().ContainsAny(" ,;<>()\"\\");
    }

    /// <summary>The number of a level of the framework by its number, code or title: "2", "Level 2", "L2".</summary>
    public static int? Level(Framework framework, string text)
    {
        var key = ImportFields.Key(text);
        var found = framework.Levels.Where(l => Names(l).Contains(key)).Take(2).ToList();
        return found.Count == 1 ? found[0].Number : null;
    }

    private static string[] Names(Level level) => [.. new[] { $"{level.Number}", level.Code, $"Level {level.Code}", $"L{level.Code}", $"Level {level.Number}", level.Title, $"Level {level.Number} {level.Title}", $"{level.Number} {level.Title}" }.Select(ImportFields.Key)];

    private static string WithoutTime(string text)
    {
        if (text.IndexOf(':') is not (> 0 and var colon)) return text;
        var cut = text.LastIndexOfAny([' ', 'T'], colon);
        return cut > 0 ? text[..cut] : text;
    }

    private static bool IsClean(string cell)
    {
        if (cell[0] is ' ' or '\'' || cell[^1] == ' ') return false;
        var previous = 'x';
        foreach (var letter in cell)
        {
            if (letter is < ' ' or '\u007F' or '\u00A0' or '\u00AD' or > '\u1FFF' || letter == ' ' && previous == ' ') return false;
            previous = letter;
        }
        return true;
    }

    /// <summary>Exports put an apostrophe before = + - @ so that a spreadsheet does not run the cell; a file that comes back has it still.</summary>
    private static string Unquoted(string text) => text.Length > 1 && text[0] == '\'' && text[1] is ('=' or '+' or '-' or '@') ? text[1..] : text;
}
