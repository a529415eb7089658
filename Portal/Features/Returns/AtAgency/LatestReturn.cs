using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.AtAgency;

/// <summary>
/// An agency's newest signed skill-gap assessment, in figures: for those who open it, and for boards,
/// who read the figures alone.
/// </summary>
public sealed class LatestReturn(PortalDb db, UkClock clock)
{
    /// <param name="Id">Null for those who may not open it.</param>
    /// <param name="Gap">People who do not hold the level their job needs.</param>
    /// <param name="Asked">Of the cost, what is asked of the partnership.</param>
    public sealed record Figures(
        Id<AgencyReturn>? Id, string Cycle, ReturnState State, DateOnly SignedOn, int People, int Gap, Money Cost, Money Asked);

    /// <summary>Null while none is signed, and for those who read neither returns nor gaps.</summary>
    public async Task<Figures?> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        var mayOpen = viewer.May(Permission.ReadReturns, agencyId);
        if (!mayOpen && !viewer.May(Permission.ReadGaps, agencyId)) return null;
        var (lines, costs) = (db.GapLines.Where(l => l.LevelNumber != null), db.CostLines);
        var found = await (from made in db.NewestSigned(viewer, clock.Today)
                           where made.AgencyId == agencyId
                           join cycle in db.Cycles on made.CycleId equals cycle.Id
                           select new
                           {
                               made.Id, cycle.Title, made.State, made.SignedAt,
                               People = lines.Where(l => l.ReturnId == made.Id).Sum(l => l.Headcount),
                               Holding = lines.Where(l => l.ReturnId == made.Id).Sum(l => l.Holding),
                               Cost = costs.Where(c => c.ReturnId == made.Id).Sum(c => c.NetPence + c.VatPence),
                               Asked = costs.Where(c => c.ReturnId == made.Id && c.Funding == CostFunding.Partnership)
                                   .Sum(c => c.NetPence + c.VatPence),
                           }).SingleOrDefaultAsync(cancel);
        return found is null ? null
            : new(mayOpen ? found.Id : null, found.Title, found.State, UkClock.DayOf(found.SignedAt!.Value), found.People,
                found.People - found.Holding, new(found.Cost), new(found.Asked));
    }
}
