namespace Portal.Domain;

/// <summary>The months as people write them in English: said here, because what a machine's own tables hold differs (“Sep” on one, “Sept” on another).</summary>
public static class Months
{
    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The number, from 1, of a month by its name or the beginning of it, three letters or more: "Sep", "sept", "SEPTEMBER".</summary>
    public static bool TryRead(string word, out int month)
    {
        month = word.Length < 3 ? 0 : 1 + Array.FindIndex(Names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return month > 0;
    }
}
