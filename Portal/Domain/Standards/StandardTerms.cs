namespace Portal.Domain;

/// <summary>What may differ between two versions of a standard. How it is counted may not: that would be another standard.</summary>
/// <param name="MetAt">Per cent from which it is met; null for a standard that is met or not.</param>
/// <param name="PartlyAt">Per cent from which it is partly met; null when it never is.</param>
/// <param name="CriticalFromLevel">The level from which a flag is critical; null when severity does not depend on the level.</param>
public sealed record StandardTerms(
    string Wording, int? MetAt, int? PartlyAt, Severity Severity, int? CriticalFromLevel, string Guidance, string SourceTitle,
    string? SourceUrl)
{
    internal void RefuseUnlessSound(Standard standard)
    {
        if (standard.MetAt is null && (MetAt ?? PartlyAt) is not null)
            throw new Refused("This standard is met or not, so it has no percentage", nameof(MetAt));
        if (standard.MetAt is not null && MetAt is null or < 1 or > 100)
            throw new Refused("Met at must be between 1% and 100%", nameof(MetAt));
        if (PartlyAt < 1 || PartlyAt >= MetAt)
            throw new Refused("Partly met from must be at least 1% and below the percentage at which it is met", nameof(PartlyAt));
        if (CriticalFromLevel is not null && !standard.PerLevel)
            throw new Refused("This standard is not measured by level", nameof(CriticalFromLevel));
        if (SourceUrl is not null && !(Uri.TryCreate(SourceUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new Refused("Enter a web address that begins with https://", nameof(SourceUrl));
    }
}
