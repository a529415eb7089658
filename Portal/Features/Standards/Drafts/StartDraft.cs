using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>Starts the next version of a standard with the content of the newest one. One draft at a time.</summary>
public sealed class StartDraft(PortalDb db)
{
    public Task RunAsync(Viewer viewer, string code, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.EditStandards);
        var newest = await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.Code == code).OrderByDescending(s => s.Number)
            .FirstOrDefaultAsync(cancel)
            ?? throw new Refused("This standard is no longer there");
        if (newest.IsDraft) throw new Refused("A draft is already there. Publish or discard it first");
        var draft = newest.NextDraft();
        db.Standards.Add(draft);
        await db.SaveAsync(viewer, $"Started version {draft.Number} of the standard {draft.Code}", cancel);
    }, cancel);
}
