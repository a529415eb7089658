using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>The returns of open agencies that wait for a signature, of every partnership, with those who are to know.</summary>
public sealed class ReturnsToSign(PortalDb db, LeadsOfAgencies leads, UkClock clock)
{
    /// <param name="SentAt">When it was sent to be signed, the last time.</param>
    public sealed record Row(GapAssessment Assessment, string Agency, DateTime SentAt, LeadsOfAgencies.Of Leads)
    {
        public IReadOnlyList<LeadsOfAgencies.Person> Signers => Leads.Signers(Assessment.SentBy);

        public CycleMail Mail(CycleMail.About what, DateTime at, LeadsOfAgencies.Person to) => new(what, Assessment.Id, Agency, Assessment.DueAt, to, At: at);
    }

    public async Task<ILookup<Id<Partnership>, Row>> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var waiting = await (from assessment in db.GapAssessments.AsNoTracking().OfOpenAgencies(db, today)
                             where assessment.State == AssessmentState.AwaitingSignature
                             join agency in db.Agencies on assessment.AgencyId equals agency.Id
                             select new { assessment, agency.Name, SentAt = assessment.Events.Where(e => e.Step == AssessmentStep.Sent).Max(e => (DateTime?)e.At) ?? assessment.SentAt!.Value }).ToListAsync(cancel);
        var people = new Dictionary<Id<Partnership>, LeadsOfAgencies.ByAgency>();
        foreach (var partnership in waiting.Select(w => w.assessment.PartnershipId).Distinct())
            people[partnership] = await leads.RunAsync(Viewer.System(partnership), null, today, cancel);
        return waiting.ToLookup(w => w.assessment.PartnershipId, w => new Row(w.assessment, w.Name, w.SentAt, people[w.assessment.PartnershipId][w.assessment.AgencyId]));
    }
}
