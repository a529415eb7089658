using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>Starts the next version of the framework with the content of the newest one. One draft at a time.</summary>
public sealed class StartDraft(PortalDb db)
{
    public Task<Id<Domain.Framework>> RunAsync(Viewer viewer, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.EditFramework);
        var code = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.FrameworkCode).SingleAsync(cancel);
        var newest = await db.Frameworks.OfPartnership(viewer).AsSplitQuery().AsNoTracking().Where(f => f.Code == code)
            .OrderByDescending(f => f.Number)
            .Include(f => f.Levels).Include(f => f.Competencies).Include(f => f.Requirements).FirstOrDefaultAsync(cancel)
            ?? throw new Refused("There is no framework to start from");
        if (newest.State == FrameworkState.Draft) throw new Refused("A draft is already there. Publish or discard it first");
        var draft = newest.NextDraft();
        db.Frameworks.Add(draft);
        await db.SaveAsync(viewer, $"Started version {draft.Number} of the framework", cancel);
        return draft.Id;
    }, cancel);
}
