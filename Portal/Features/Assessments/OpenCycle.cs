using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>
/// Opens a cycle: each open agency of its phase gets a return with the figures of the cut-off day, last time's answers to
/// look at again, and a message to its lead. All of them in one transaction, or none.
/// </summary>
public sealed class OpenCycle(PortalDb db, GapCount counts, LastAnswers lastAnswers, LeadsOfAgencies leads, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Cycle> cycleId, CancellationToken cancel)
    {
        viewer.Require(Permission.ManageCycles);
        var cycle = await db.Cycles.OfPartnership(viewer).Include(c => c.Questions).Where(c => c.Id == cycleId).OneOrRefuseAsync("This cycle is not within your reach", null, cancel);
        var (today, now) = (clock.Today, clock.Now);
        var agencies = await db.Agencies.Where(a => a.PhaseId == cycle.PhaseId && (a.ClosedOn == null || a.ClosedOn > today)).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        if (agencies.Count == 0) throw new Refused("No open agency belongs to this phase yet");
        var figures = (await counts.RunAsync(cycle, null, cancel)).ToLookup(r => r.AgencyId);
        var answers = await lastAnswers.RunAsync(cycle, cancel);
        var people = await leads.RunAsync(viewer, null, today, cancel);

        await db.TransactAsync(viewer, $"Opened the cycle “{cycle.Title}”", async () =>
        {
            cycle.Open(today, now);
            List<GapLine> lines = [];
            List<AssessmentAnswer> carried = [];
            foreach (var agency in agencies)
            {
                var assessment = new GapAssessment { PartnershipId = viewer.PartnershipId, CycleId = cycle.Id, AgencyId = agency.Id, Number = 1, DueAt = cycle.DueAt, FiguresTakenAt = now };
                assessment.Opened(viewer, now);
                db.GapAssessments.Add(assessment);
                lines.AddRange(figures[agency.Id].Select(r => r.Line(assessment.Id)));
                carried.AddRange(answers[agency.Id].Select(a => a.Answer.CarryTo(assessment.Id, a.QuestionId)));
                foreach (var person in people[agency.Id].Asked()) db.Enqueue(new CycleMail(CycleMail.About.Opened, assessment.Id, agency.Name, cycle.DueAt, person));
            }
            await db.SaveAsync(viewer, $"Asked {agencies.Count} agencies for a return", cancel);
            await db.BulkInsertAsync(lines, cancel);
            await db.BulkInsertAsync(carried, cancel);
        }, cancel);
    }
}
