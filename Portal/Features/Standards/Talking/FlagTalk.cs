using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Talking;

/// <summary>Who answers for the agency of a flag, and what was done with it and said about it.</summary>
public sealed class FlagTalk(PortalDb db, UkClock clock)
{
    /// <param name="At">UTC.</param>
    public sealed record Line(FlagStep Step, DateTime At, string By, string? Words);

    /// <param name="Said">The newest first; null for those who may not read it.</param>
    public sealed record Found(LeadsOfAgency Leads, IReadOnlyList<Line>? Said);

    public async Task<Found> RunAsync(Viewer viewer, Flag flag, CancellationToken cancel)
    {
        var leads = await db.LeadsAsync(viewer, flag.AgencyId, clock.Today, cancel);
        return new(leads[flag.AgencyId], !MayRead(viewer, flag) ? null : await db.Set<FlagEvent>().AsNoTracking()
            .Where(e => e.FlagId == flag.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => new Line(e.Step, e.At, e.By, e.Note)).ToListAsync(cancel));
    }

    /// <summary>
    /// Whoever governs agencies, who writes it, and the agency's own leads. It is between them: a board reads where an agency stands, not
    /// what they write to each other.
    /// </summary>
    public static bool MayRead(Viewer viewer, Flag flag) => viewer.May(Permission.GovernAgencies, flag.AgencyId)
        || (viewer.Reach(Permission.ReadFlags) == Reach.Agency && viewer.AgencyId == flag.AgencyId);
}
