using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Flags;

/// <summary>A flag of an agency on a level that has closed, because its figure is right again or nothing is asked any more.</summary>
/// <param name="Level">The number of the level that its standard was measured by.</param>
public sealed record FlagCleared(Id<Agency> AgencyId, int Level, DateOnly On)
{
    /// <summary>Those that closed since a day. One that closed because its agency did is not cleared.</summary>
    public static Task<List<FlagCleared>> SinceAsync(
        PortalDb db, Id<Partnership> partnership, DateOnly day, CancellationToken cancel) => db.Flags
        .Where(f => f.PartnershipId == partnership && f.Level > 0 && f.ClosedOn >= day
            && !f.ClosedBecause!.StartsWith(Flag.AgencyClosed))
        .Select(f => new FlagCleared(f.AgencyId, f.Level, f.ClosedOn!.Value)).ToListAsync(cancel);
}
