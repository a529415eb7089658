using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>The returns of open agencies that wait for a signature, of every partnership, with those who are to know.</summary>
public sealed class ReturnsToSign(PortalDb db, UkClock clock)
{
    /// <param name="SentAt">When it was sent to be signed, the last time.</param>
    public sealed record Row(AgencyReturn Return, string Agency, string Cycle, DateTime SentAt, LeadsOfAgency Leads)
    {
        public IReadOnlyList<PeopleOf.Person> Signers => Leads.Signers(Return.SentBy);

        /// <summary>The return as messages speak of it.</summary>
        public ReturnMail.Of About => new(Return.Id, Agency, Return.DueAt) { Cycle = Cycle };
    }

    public async Task<ILookup<Id<Partnership>, Row>> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var waiting = await (from agencyReturn in db.Returns.AsNoTracking().OfOpenAgencies(db, today)
                             where agencyReturn.State == ReturnState.AwaitingSignature
                             join agency in db.Agencies on agencyReturn.AgencyId equals agency.Id
                             select new
                             {
                                 Return = agencyReturn, agency.Name, Cycle = db.Cycles.First(c => c.Id == agencyReturn.CycleId).Title,
                                 SentAt = agencyReturn.Events.Where(e => e.Step == ReturnStep.Sent).Max(e => (DateTime?)e.At)
                                     ?? agencyReturn.SentAt!.Value,
                             }).ToListAsync(cancel);
        var people = new Dictionary<Id<Partnership>, LeadsOfAgency.ByAgency>();
        foreach (var partnership in waiting.Select(w => w.Return.PartnershipId).Distinct())
            people[partnership] = await db.LeadsAsync(Viewer.System(partnership), null, today, cancel);
        return waiting.ToLookup(
            w => w.Return.PartnershipId, w => new Row(
                w.Return, w.Name, w.Cycle, w.SentAt, people[w.Return.PartnershipId][w.Return.AgencyId]));
    }
}
