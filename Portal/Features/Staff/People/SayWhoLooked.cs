using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// Leaves a line in the audit when someone with the whole partnership in reach opens a person's record: the people whose
/// record it is can ask who looked, and why is for their agency to ask.
/// </summary>
public sealed class SayWhoLooked(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, PersonView.Details person, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.ReadRecord) != Reach.Partnership) return;
        // The line belongs to the agencies of the person, whose training leads may read it.
        db.AlsoConcerns(person.CurrentJobs.Select(j => j.AgencyId));
        await db.SaveAsync(viewer, $"Looked at the training record of {person.Name}", cancel);
    }
}
