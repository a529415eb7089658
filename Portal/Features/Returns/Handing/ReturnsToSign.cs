using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Handing;

/// <summary>The returns of open agencies that wait for a signature, of every partnership, with those who are to know.</summary>
public sealed class ReturnsToSign(PortalDb db, LeadsOfAgencies leads, UkClock clock)
{
    /// <param name="SentAt">When it was sent to be signed, the last time.</param>
    public sealed record Row(AgencyReturn Return, string Agency, DateTime SentAt, LeadsOfAgencies.Of Leads)
    {
        public IReadOnlyList<LeadsOfAgencies.Person> Signers => Leads.Signers(Return.SentBy);

        public ReturnMail Mail(ReturnMail.About what, DateTime at, LeadsOfAgencies.Person to) => new(what, Return.Id, Agency, Return.DueAt, to, At: at);
    }

    public async Task<ILookup<Id<Partnership>, Row>> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var waiting = await (from agencyReturn in db.Returns.AsNoTracking().OfOpenAgencies(db, today)
                             where agencyReturn.State == ReturnState.AwaitingSignature
                             join agency in db.Agencies on agencyReturn.AgencyId equals agency.Id
                             select new { agencyReturn, agency.Name, SentAt = agencyReturn.Events.Where(e => e.Step == ReturnStep.Sent).Max(e => (DateTime?)e.At) ?? agencyReturn.SentAt!.Value }).ToListAsync(cancel);
        var people = new Dictionary<Id<Partnership>, LeadsOfAgencies.ByAgency>();
        foreach (var partnership in waiting.Select(w => w.agencyReturn.PartnershipId).Distinct())
            people[partnership] = await leads.RunAsync(Viewer.System(partnership), null, today, cancel);
        return waiting.ToLookup(w => w.agencyReturn.PartnershipId, w => new Row(w.agencyReturn, w.Name, w.SentAt, people[w.agencyReturn.PartnershipId][w.agencyReturn.AgencyId]));
    }
}
