using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Asking;

/// <summary>
/// Agencies whose staff list is out of date, and who is asked for it: the training leads, or while there is none the others.
/// </summary>
public sealed class StaffListsToAskFor(PortalDb db, AgencyList agencies, UkClock clock)
{
    public sealed record Row(Id<Agency> Id, string Agency, DateOnly? ConfirmedOn, IReadOnlyList<PeopleOf.Person> People);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var lists = await agencies.Without(db.Agencies.VisibleTo(viewer), AgencyList.Lack.StaffList).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Name, a.StaffListConfirmedOn }).ToListAsync(cancel);
        var leads = await db.LeadsAsync(viewer, null, clock.Today, cancel);
        return [.. lists.Select(a => new Row(a.Id, a.Name, a.StaffListConfirmedOn, leads[a.Id].Asked()))];
    }
}
