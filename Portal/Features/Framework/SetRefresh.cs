using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>Sets how many months training at a level lasts in a draft; null says that it does not lapse.</summary>
public sealed class SetRefresh(PortalDb db)
{
    /// <param name="seen">The months that the form showed.</param>
    public async Task RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, int level, int? months, int? seen, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        if (draft.Levels.FirstOrDefault(l => l.Number == level) is not { } found) throw new Refused("This level is no longer there");
        if (found.RefreshMonths != seen) throw new Refused("Someone changed this while you were looking. Check it and try again");
        draft.Refresh(level, months);
        db.RaiseVersion(draft);
        await db.SaveAsync(viewer, $"Set how long level {found.Code} lasts in version {draft.Number} of the framework", cancel);
    }
}
