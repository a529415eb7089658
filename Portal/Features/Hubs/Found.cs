namespace Portal.Features.Hubs;

/// <summary>What one room has found.</summary>
/// <param name="Total">Of all that match, of which <paramref name="Hits"/> are the first.</param>
/// <param name="List">The name of the list in which all of them stand: "Staff".</param>
/// <param name="Href">That list with the same words; null where it cannot be narrowed to them.</param>
public sealed record Found(string List, int Total, IReadOnlyList<Found.Hit> Hits, string? Href = null)
{
    /// <summary>So many of each are shown.</summary>
    public const int Most = 5;

    /// <param name="Href">Within the portal: "/Staff/…".</param>
    /// <param name="About">What tells it from others of its name.</param>
    public sealed record Hit(string Text, string Href, string? About = null);
}
