using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>One step of a return from one hand to the next, with the messages it causes: found within reach, not stale, saved once.</summary>
public sealed class StepOfReturn(PortalDb db, LeadsOfAgencies leads, UkClock clock)
{
    public sealed record Step(GapAssessment Assessment, string Agency, LeadsOfAgencies.Of Leads, DateTime Now);

    public async Task RunAsync(Viewer viewer, Permission permission, Id<GapAssessment> id, int seen, string what, Func<Step, Task> take, CancellationToken cancel)
    {
        var now = clock.Now;
        await db.TransactAsync(viewer, what, async () =>
        {
            await db.HoldAsync(id, cancel);
            var assessment = await db.GapAssessments.VisibleTo(viewer, db, permission).Where(a => a.Id == id).OneOrRefuseAsync("This return is not within your reach", null, cancel);
            Refused.IfStale(assessment, seen);
            var agency = await db.Agencies.Where(a => a.Id == assessment.AgencyId).Select(a => a.Name).SingleAsync(cancel);
            await take(new(assessment, agency, (await leads.RunAsync(viewer, assessment.AgencyId, clock.Today, cancel))[assessment.AgencyId], now));
        }, cancel);
    }

    /// <summary>Puts the message in the outbox for each of the people.</summary>
    public void Tell(Step step, CycleMail.About what, IEnumerable<LeadsOfAgencies.Person> people, string? note = null)
    {
        foreach (var person in people.DistinctBy(p => p.Email))
            db.Enqueue(new CycleMail(what, step.Assessment.Id, step.Agency, step.Assessment.DueAt, person, note, At: step.Now));
    }
}
