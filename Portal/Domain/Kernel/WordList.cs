namespace Portal.Domain;

public static class WordList
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Listed(this IEnumerable<string> words) =>
        words.ToList() is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} and {last}" : string.Concat(words);
}
