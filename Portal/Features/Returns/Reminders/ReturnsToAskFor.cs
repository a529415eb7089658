using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>
/// Returns that were due and not sent, with the leads who are asked for them, the longest waiting first. Those of one cycle that are
/// still to be sent are asked for as well when the list shows what is being written in it.
/// </summary>
public sealed class ReturnsToAskFor(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<AgencyReturn> Id, Id<Agency> AgencyId, string Agency, string Cycle, DateTime DueAt, LeadsOfAgency Leads)
    {
        public required bool IsLate { get; init; }
        public IReadOnlyList<PeopleOf.Person> People => [.. Leads.Training.Concat(Leads.Executive).DistinctBy(p => p.Email)];

        /// <summary>The return as messages speak of it.</summary>
        public ReturnMail.Of About => new(Id, Agency, DueAt) { Cycle = Cycle };
    }

    /// <param name="only">One of them; null for all.</param>
    /// <param name="filter">What narrows the list from which they are asked for; null for nothing.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(
        Viewer viewer, Id<AgencyReturn>? only, ReturnList.Filter? filter, CancellationToken cancel)
    {
        var (now, all) = (clock.Now, db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns));
        var asked = all.MissingAt(now, db);
        if (filter is { CycleId: not null, Show: ReturnList.Show.BeingWritten })
        {
            var late = asked;
            asked = all.OfOpenAgencies(db, clock.Today)
                .Where(a => a.SentAt == null && a.Number == 1 && (a.DueAt >= now || late.Any(l => l.Id == a.Id)));
        }
        asked = asked.Of(filter ?? new(), db);
        if (only is { } id) asked = asked.Where(a => a.Id == id);
        var rows = await asked.Join(db.Agencies, a => a.AgencyId, g => g.Id, (a, g) => new { Return = a, Agency = g.Name })
            .Join(db.Cycles, x => x.Return.CycleId, c => c.Id, (x, c) => new { x.Return, x.Agency, Cycle = c.Title })
            .OrderBy(x => x.Return.DueAt).ThenBy(x => x.Agency).ThenBy(x => x.Return.Id)
            .Select(x => new { x.Return.Id, x.Return.AgencyId, x.Agency, x.Cycle, x.Return.DueAt }).ToListAsync(cancel);
        var leads = await db.LeadsAsync(viewer, null, clock.Today, cancel);
        return [.. rows.Select(r => new Row(r.Id, r.AgencyId, r.Agency, r.Cycle, r.DueAt, leads[r.AgencyId])
        {
            IsLate = r.DueAt < now,
        })];
    }
}
