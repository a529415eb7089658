namespace Portal.Domain;

/// <summary>Where a version stands among the others: of a framework, or of a standard.</summary>
public enum VersionPlace { Draft, NotInForce, ToCome, InForce, Past }

public static class VersionPlaces
{
    /// <param name="from">Its first day; null when it has none.</param>
    /// <param name="until">The first day of the version after it; null when there is none.</param>
    public static VersionPlace Of(bool isDraft, DateOnly? from, DateOnly? until, DateOnly today) =>
        isDraft ? VersionPlace.Draft
        : from is null ? VersionPlace.NotInForce
        : from > today ? VersionPlace.ToCome
        : until <= today ? VersionPlace.Past
        : VersionPlace.InForce;

    public static string Words(this VersionPlace place) => place switch
    {
        VersionPlace.Draft => "draft",
        VersionPlace.NotInForce => "not in force",
        VersionPlace.ToCome => "to come",
        VersionPlace.InForce => "in force",
        VersionPlace.Past => "past",
    };
}
