using Portal.Data;

namespace Portal.Features.Framework.Drafting;

/// <summary>Says in a draft what a level is called and is for, how long its training takes, and by when a starter must hold it.</summary>
public sealed class RewordLevel(PortalDb db)
{
    /// <param name="version">Of the draft, as the form showed it.</param>
    public async Task RunAsync(
        Viewer viewer, Id<Domain.Framework> frameworkId, int level, LevelWords words, int version, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        if (draft.Levels.FirstOrDefault(l => l.Number == level) is not { } found) throw new Refused("This level is no longer there");
        Refused.IfStale(draft, version);
        draft.Reword(level, words);
        db.RaiseVersion(draft);
        await db.SaveAsync(viewer, $"Reworded level {found.Code} in version {draft.Number} of the framework", cancel);
    }
}
