using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Opening;

/// <summary>
/// Asks each open agency of a cycle's phase that has no return in it yet, and opens the cycle if it is not: the agency gets
/// one with the figures of the cut-off day, last time's answers to look at again, and a message to its lead. All of them in
/// one transaction, or none.
/// </summary>
public sealed class AskForReturns(PortalDb db, GapCount counts, LastAnswers lastAnswers, UkClock clock)
{
    /// <summary>How many were asked; when there is nobody to ask, nothing is changed.</summary>
    public async Task<int> RunAsync(Viewer viewer, Id<Cycle> cycleId, string what, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Holds the cycle: another node that asks at the same moment waits here, and then finds nobody left to ask.
        await db.HoldAsync(cycleId, cancel);
        var cycle = await db.Cycles.Include(c => c.Questions).SingleAsync(c => c.Id == cycleId, cancel);
        var (today, now) = (clock.Today, clock.Now);
        var agencies = await db.NotAsked(cycle.Id, cycle.PhaseId, today).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        if (agencies.Count == 0) return 0;
        if (!cycle.IsOpen) cycle.Open(today, now);

        var figures = (await counts.RunAsync(cycle, agencies.Count == 1 ? agencies[0].Id : null, cancel)).ToLookup(r => r.AgencyId);
        var answers = await lastAnswers.RunAsync(cycle, cancel);
        var people = await db.LeadsAsync(viewer, null, today, cancel);
        List<GapLine> lines = [];
        List<ReturnAnswer> carried = [];
        foreach (var agency in agencies)
        {
            var agencyReturn = new AgencyReturn
            {
                PartnershipId = cycle.PartnershipId, CycleId = cycle.Id, AgencyId = agency.Id, Number = 1, DueAt = cycle.DueAt,
                FiguresTakenAt = now,
            };
            agencyReturn.Opened(viewer, now);
            db.Returns.Add(agencyReturn);
            lines.AddRange(figures[agency.Id].Select(r => r.Line(agencyReturn.Id)));
            carried.AddRange(answers[agency.Id].Select(a => a.Answer.CarryTo(agencyReturn.Id, a.QuestionId)));
            db.Tell(people[agency.Id].Asked(), to => new ReturnOpenedMail(
                new(agencyReturn.Id, agency.Name, cycle.DueAt) { Cycle = cycle.Title }, to));
        }
        await db.SaveAsync(viewer, what, cancel);
        await db.BulkInsertAsync(lines, cancel);
        await db.BulkInsertAsync(carried, cancel);
        await transaction.CommitAsync(cancel);
        return agencies.Count;
    }
}
