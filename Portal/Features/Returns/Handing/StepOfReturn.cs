using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Returns.Handing;

/// <summary>One step of a return from one hand to the next, with those who are to know of it.</summary>
public sealed class StepOfReturn(PortalDb db, UkClock clock)
{
    public sealed record Step(AgencyReturn Return, string Agency, string Cycle, LeadsOfAgency Leads, DateTime Now)
    {
        /// <summary>The return as messages speak of it.</summary>
        public ReturnMail.Of About => new(Return.Id, Agency, Return.DueAt) { Cycle = Cycle };
    }

    public Task RunAsync(
        Viewer viewer, Permission permission, Id<AgencyReturn> id, int seen, string what, Func<Step, Task> take, CancellationToken cancel)
    {
        var now = clock.Now;
        var within = db.Returns.VisibleTo(viewer, db, permission).Include(a => a.Events);
        return db.StepAsync(viewer, id, within, seen, "return", async agencyReturn =>
        {
            var of = await db.Agencies.Where(a => a.Id == agencyReturn.AgencyId)
                .Select(a => new { a.Name, Cycle = db.Cycles.First(c => c.Id == agencyReturn.CycleId).Title }).SingleAsync(cancel);
            var leads = await db.LeadsAsync(viewer, agencyReturn.AgencyId, clock.Today, cancel);
            await take(new(agencyReturn, of.Name, of.Cycle, leads[agencyReturn.AgencyId], now));
            return what;
        }, cancel);
    }

    /// <summary>Puts the message in the outbox for each of the people.</summary>
    public void Tell(IEnumerable<PeopleOf.Person> people, Func<PeopleOf.Person, ReturnMail> mail) => db.Tell(people, mail);
}
