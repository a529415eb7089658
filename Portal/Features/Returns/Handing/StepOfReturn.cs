using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Handing;

/// <summary>One step of a return from one hand to the next, with the messages it causes: found within reach, not stale, saved once.</summary>
public sealed class StepOfReturn(PortalDb db, LeadsOfAgencies leads, UkClock clock)
{
    public sealed record Step(AgencyReturn Return, string Agency, LeadsOfAgencies.Of Leads, DateTime Now);

    public async Task RunAsync(Viewer viewer, Permission permission, Id<AgencyReturn> id, int seen, string what, Func<Step, Task> take, CancellationToken cancel)
    {
        var now = clock.Now;
        await db.TransactAsync(viewer, what, async () =>
        {
            await db.HoldAsync(id, cancel);
            var agencyReturn = await db.Returns.VisibleTo(viewer, db, permission).Where(a => a.Id == id).OneOrRefuseAsync("This return is not within your reach", null, cancel);
            Refused.IfStale(agencyReturn, seen);
            var agency = await db.Agencies.Where(a => a.Id == agencyReturn.AgencyId).Select(a => a.Name).SingleAsync(cancel);
            await take(new(agencyReturn, agency, (await leads.RunAsync(viewer, agencyReturn.AgencyId, clock.Today, cancel))[agencyReturn.AgencyId], now));
        }, cancel);
    }

    /// <summary>Puts the message in the outbox for each of the people.</summary>
    public void Tell(Step step, ReturnMail.About what, IEnumerable<LeadsOfAgencies.Person> people, string? note = null)
    {
        foreach (var person in people.DistinctBy(p => p.Email))
            db.Enqueue(new ReturnMail(what, step.Return.Id, step.Agency, step.Return.DueAt, person, note, At: step.Now));
    }
}
