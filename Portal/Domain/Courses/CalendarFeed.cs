namespace Portal.Domain;

/// <summary>
/// The address by which a calendar reads the places that someone has, without signing in. Whoever knows it reads them, so only its
/// fingerprint is kept, and a new one ends the one before.
/// </summary>
public sealed class CalendarFeed : IBelongToPartnership
{
    public Id<CalendarFeed> Id { get; init; } = Id<CalendarFeed>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<User> UserId { get; init; }

    /// <summary>Whose places it shows, for as long as a role of the user rests on that entry of a staff list.</summary>
    public required Id<StaffMember> StaffId { get; init; }

    /// <summary>Fingerprint of the secret in the address.</summary>
    public string LinkHash { get; private set; } = "";

    /// <summary>UTC: when the address that works now was made.</summary>
    public DateTime MadeAt { get; private set; }

    public static CalendarFeed Of(Id<Partnership> partnership, Id<User> user, Id<StaffMember> person, string linkHash, DateTime now)
    {
        var feed = new CalendarFeed { PartnershipId = partnership, UserId = user, StaffId = person };
        feed.Renew(linkHash, now);
        return feed;
    }

    public void Renew(string linkHash, DateTime now) => (LinkHash, MadeAt) = (linkHash, now);
}
