using Portal.Data;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.Training;

/// <summary>
/// Writes to the training leads of the agencies where the person works, or to the partnership's support when there is none.
/// </summary>
public sealed class ReportRecordError(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, PersonView.Details person, string words, CancellationToken cancel)
    {
        var agencies = db.Posts.CurrentOn(clock.Today).Where(p => p.StaffId == person.Id).Select(p => p.AgencyId);
        foreach (var (name, email) in await db.LeadsOrSupportAsync(viewer.PartnershipId, agencies, clock.Today, cancel))
            db.Enqueue(new RecordErrorMail(
                name, email, viewer.Name, person.Name, words, $"/Staff/{person.Id}", $"record-error/{Id<TrainingRecord>.New()}"));
        await db.SaveAsync(viewer, $"Reported an error in the training record of {person.Name}", cancel);
    }
}
