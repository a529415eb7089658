using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain;

/// <summary>How the cells of people's own files are read: spaces, days, addresses and levels as people write them.</summary>
public static partial class ImportText
{
    private static readonly SearchValues<char> NeverInAnEmail = SearchValues.Create(" ,;<>()\"\\");

    private static readonly string[] YearFirst = ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd"];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", .. YearFirst];

    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy", "M-d-yyyy", "M-d-yy", "M.d.yyyy", "M.d.yy", .. YearFirst];

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a", "na", "n.a.", "n.a", "#n/a", "none", "nil", "null", "nan", "tbc", "tba", "tbd", "t.b.c.", "unknown", "not known",
        "not applicable", "not available", "to be confirmed", "to follow", "vacant", "xx", "xxx", "xxxx",
    };

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

    /// <summary>Whether it is what people write where there is nothing to write: "n/a", "-", "TBC", "XX".</summary>
    public static bool IsNothing(string text) =>
        Nothing.Contains(text) || text.All(c => c is '-' or '–' or '—' or '.' or '?' or '/' or '_');

    /// <summary>Whether a spreadsheet has rounded a long number: "1.23457E+11" is nobody's.</summary>
    public static bool IsRounded(string text) => Rounded().IsMatch(text);

    /// <summary>
    /// A day in any of the ways people write one, the time of day left out; a serial number of Excel's too. Where the month is no word,
    /// day or month comes first as <paramref name="order"/> says. The same on every machine, whatever its language.
    /// </summary>
    public static bool TryDay(string text, out DateOnly day, DateOrder order = DateOrder.DayFirst)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
            && serial is > 10_000 and < 80_000)
        {
            day = DateOnly.FromDateTime(DateTime.FromOADate(serial));
            return true;
        }
        var date = WithoutTime(text);
        var worded = WordedDay().Match(date);
        if (!worded.Success) return TryNumbers(date, order, out day);
        day = default;
        return Months.TryRead(worded.Groups["month"].Value, out var month)
            && TryNumbers($"{worded.Groups["day"]}/{month}/{worded.Groups["year"]}", DateOrder.DayFirst, out day)
            && day.DayOfWeek.ToString().StartsWith(worded.Groups["weekday"].Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether it looks like an e-mail address: one @, no spaces, a dot after it.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.')
            && !text.AsSpan().ContainsAny(NeverInAnEmail);
    }

    /// <summary>The number of a level of the framework by its number, code or title: "2", "Level 2", "L2".</summary>
    public static int? Level(Framework framework, string text)
    {
        var key = ImportFields.Key(text);
        var found = framework.Levels.Where(l => Names(l).Contains(key)).Take(2).ToList();
        return found.Count == 1 ? found[0].Number : null;
    }

    private static string[] Names(Level level) => [.. new[]
    {
        $"{level.Number}", level.Code, $"Level {level.Code}", $"L{level.Code}", $"Level {level.Number}", level.Title,
        $"Level {level.Number} {level.Title}", $"{level.Number} {level.Title}"
    }.Select(ImportFields.Key)];

    private static bool TryNumbers(string date, DateOrder order, out DateOnly day) => DateOnly.TryParseExact(
        date, order == DateOrder.DayFirst ? DayFirst : MonthFirst, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);

    [GeneratedRegex(@"^[0-9](?:[.,][0-9]+E\+?|E\+)[0-9]{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();

    /// <summary>"Wed 3rd Sept. 2025", "03-SEP-25", "3Sep2025"; "September 3, 2025"; "2025-Sep-03". A weekday by three letters.</summary>
    [GeneratedRegex("""
        ^ \s* (?: (?<weekday> [a-z]{3}) [a-z]* [\s,.]+ )?
        (?: (?<day> [0-9]{1,2}) (?: st|nd|rd|th )? [\s,./-]* (?<month> [a-z]{3,9}) [\s,./-]* (?<year> [0-9]{4} | [0-9]{2})
          | (?<month> [a-z]{3,9}) [\s,./-]* (?<day> [0-9]{1,2}) (?: st|nd|rd|th )? [\s,./-]+ (?<year> [0-9]{4})
          | (?<year> [0-9]{4}) [\s,./-]* (?<month> [a-z]{3,9}) [\s,./-]* (?<day> [0-9]{1,2}) )
        \s* $
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordedDay();

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

    /// <summary>
    /// Exports put an apostrophe before = + - @ so that a spreadsheet does not run the cell, and before digits so that it does not round
    /// them; a file that comes back has it still.
    /// </summary>
    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '\'' && text[1] is ('=' or '+' or '-' or '@' or (>= '0' and <= '9')) ? text[1..] : text;
}
