using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Starts a draft of a clause’s next version; nothing is held against it. Refused while there is one.</summary>
public sealed class StartClauseDraft(PortalDb db)
{
    public Task RunAsync(Viewer viewer, string code, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.DecideRequests);
        var newest = await db.Clauses.OfPartnership(viewer).Where(c => c.Code == code).OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync(cancel) ?? throw new Refused("There is no such clause");
        db.Clauses.Add(newest.NextDraft());
        await db.SaveAsync(viewer, $"Started a draft of the clause “{newest.ShortName}”", cancel);
    }, cancel);
}
