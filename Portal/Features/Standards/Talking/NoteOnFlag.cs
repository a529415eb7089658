using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Talking;

/// <summary>Keeps a note with a flag, for whoever deals with it next and for the leads of the agency.</summary>
public sealed class NoteOnFlag(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Flag> flagId, string text, CancellationToken cancel)
    {
        viewer.Require(Permission.GovernAgencies);
        var flag = await db.Flags.VisibleTo(viewer).Include(f => f.Events).Where(f => f.Id == flagId)
            .OneOrRefuseAsync("This flag is not within your reach", null, cancel);
        flag.AddNote(viewer, text, clock.Now);
        db.AlsoConcerns([flag.AgencyId]);
        await db.SaveAsync(viewer, $"Wrote a note on the flag {flag.Reference}", cancel);
    }
}
