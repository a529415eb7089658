using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.Training;

/// <summary>Writes to the training leads of the agencies where the person works, or to the partnership's support when there is none.</summary>
public sealed class ReportRecordError(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, PersonView.Details person, string words, CancellationToken cancel)
    {
        var agencies = db.Posts.CurrentOn(clock.Today).Where(p => p.StaffId == person.Id).Select(p => p.AgencyId);
        var leads = await db.Memberships.OfPartnership(viewer).CurrentOn(db, clock.Today)
            .Where(m => m.Role == Role.TrainingLead && agencies.Any(a => a == m.AgencyId))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Name, u.Email }).Distinct().ToListAsync(cancel);
        var support = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => new { Name = p.ShortName, Email = (string?)p.SupportEmail }).SingleAsync(cancel);
        foreach (var to in leads.Count > 0 ? leads : [support])
            db.Enqueue(new RecordErrorMail(to.Name, to.Email!, viewer.Name, person.Name, words, $"/Staff/{person.Id}", $"record-error/{Id<TrainingRecord>.New()}"));
        await db.SaveAsync(viewer, $"Reported an error in the training record of {person.Name}", cancel);
    }
}
