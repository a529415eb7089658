using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>The work e-mail of someone within reach, to fill a form with; null when there is none.</summary>
public sealed class PersonEmail(PortalDb db, UkClock clock)
{
    public Task<string?> RunAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel) =>
        db.Staff.VisibleTo(viewer, db, clock.Today).Where(s => s.Id == staffId).Select(s => s.Email).SingleOrDefaultAsync(cancel);
}
