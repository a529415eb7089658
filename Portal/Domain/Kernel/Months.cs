namespace Portal.Domain;

/// <summary>
/// The months as people write them in English: said here, because machines differ in what their own tables hold (“Sep”, “Sept”).
/// </summary>
public static class Months
{
    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The number, from 1, of a month by its name or its first letters, three or more: "Sep", "sept", "SEPTEMBER".</summary>
    public static bool TryRead(string word, out int month)
    {
        month = word.Length < 3 ? 0 : 1 + Array.FindIndex(Names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return month > 0;
    }
}
