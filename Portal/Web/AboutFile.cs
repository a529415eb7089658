namespace Portal.Web;

/// <summary>
/// What a workbook says of itself on its first sheet. Which partnership it is of, when it was made and what its sheets hold come by
/// themselves.
/// </summary>
/// <param name="What">What it is, in a few words.</param>
/// <param name="Facts">As at when, for which meeting, by which filter: each with its name. A null says nothing.</param>
public sealed record AboutFile(string What, params IReadOnlyList<(string Name, string? Says)> Facts)
{
    /// <summary>By what the rows were chosen, in words; a null says nothing.</summary>
    public static (string Name, string? Says) Filter(params IReadOnlyList<string?> parts) =>
        ("Filter", parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join("; ", said) : "None: all in your reach");
}
