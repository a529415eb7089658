using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>
/// Changes one section of a return that the person may write in, and holds the return meanwhile: it cannot be sent in the
/// middle of a change. Two people may write at once, each in their own rows.
/// </summary>
public sealed class WriteReturn(PortalDb db)
{
    public Task RunAsync(
        Viewer viewer, Id<AgencyReturn> id, ReturnSection section, string what, Func<AgencyReturn, Task> change, CancellationToken cancel)
    {
        var reach = db.Returns.VisibleTo(viewer, db, Permission.WriteReturns);
        return db.StepAsync(viewer, id, reach, seen: null, "return", async agencyReturn =>
        {
            if (viewer.Reach(Permission.WriteReturns) is Reach.Own or Reach.Team
                && !await db.ReturnShares.AnyAsync(s => s.ReturnId == id && s.UserId == viewer.UserId && s.Section == section, cancel))
                throw new Refused($"The section “{section.Words()}” is not shared with you");
            agencyReturn.RefuseUnlessWritten();
            await change(agencyReturn);
            return what;
        }, cancel);
    }
}
