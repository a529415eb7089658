using System.Globalization;
using System.Text;

namespace Portal.Domain;

/// <summary>
/// Compares names as people do: capitals, accents, apostrophes, hyphens, spaces and the order of the parts tell nobody apart.
/// Whether two records are about one person may rest on it, so what it cannot fold away is a different name.
/// </summary>
public static class PersonName
{
    /// <summary>How people are addressed, which is none of their name.</summary>
    private static readonly HashSet<string> Forms = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "cllr"];

    /// <summary>What two spellings of one name have in common: "O’Brien, Siân" and "sian obrien" both give "obrien sian".</summary>
    public static string KeyOf(string name) => string.Join(' ', Parts(name).Order(StringComparer.Ordinal));

    public static bool IsSame(string one, string other) => KeyOf(one) == KeyOf(other);

    /// <summary>Whether a forename or a surname is in both: someone who marries keeps one of them.</summary>
    public static bool SharesPart(string one, string other) => Parts(one).Where(p => p.Length > 1).Intersect(Parts(other)).Any();

    /// <summary>What stays of a name when somebody marries: its first part, without "Mrs" and the like. "Siân Cox" gives "sian".</summary>
    public static string ForenameOf(string name)
    {
        var parts = Parts(name);
        return parts.FirstOrDefault(p => !Forms.Contains(p)) ?? parts[0];
    }

    /// <summary>
    /// A name as people say it, where a list has the surname first: "KARIM, Agnieszka" is Agnieszka Karim. Letters after
    /// a name are none of it.
    /// </summary>
    public static string InOrder(string name)
    {
        if (name.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } last, { Length: > 0 } first]) return name;
        if (last.Contains(' ') && first.Length <= 5 && IsCapitals(first)) return name;
        return $"{first} {(last.Length > 1 && IsCapitals(last) && !IsCapitals(first) ? Lowered(last) : last)}";
    }

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private static string Lowered(string capitals) => string.Concat(
        capitals.Select((letter, i) => i > 0 && char.IsLetter(capitals[i - 1]) ? char.ToLowerInvariant(letter) : letter));

    /// <summary>The parts of a name to look for, in any order and spelling.</summary>
    public static IReadOnlyList<string> PartsOf(string name) => Parts(name);

    private static string[] Parts(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(Folded(letter));
        }
        // A name in signs that are no letters here is compared as it stands: it must not come to equal another such name.
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ..] parts ? parts : [name.Trim()];
    }

    // Letters whose mark is part of them, which taking accents away leaves standing.
    private static string Folded(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '\'' or '’' or '‘' or 'ʼ' or '`' or '´' => "",
        var plain when char.IsLetterOrDigit(plain) => plain.ToString(),
        _ => " ",
    };
}
