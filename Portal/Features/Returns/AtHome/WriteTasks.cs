using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Returns.AtHome;

/// <summary>For the training lead: returns to make, and those that wait for a signature that nobody in post can give.</summary>
public sealed class WriteTasks(PortalDb db, ReturnProgress progress, UkClock clock) : ITasks
{
    public int Order => 50;
    public Permission? Needs => Permission.WriteReturns;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.WriteReturns) != Reach.Agency) return [];
        List<HomeTask> tasks = [];
        foreach (var row in await ReturnRow.OfAsync(db, ReturnRow.ToWrite(db, viewer), cancel))
            tasks.Add(new($"Make the return for {row.Cycle}", $"/Returns/{row.Id}", row.Due,
                $"{(await progress.RunAsync(row.Id, cancel)).Percent}% is done"
                    + (row.Return.ChangeNote is null ? "" : ". Changes were asked for")));
        var unsigned = db.Returns.VisibleTo(viewer, db, Permission.WriteReturns).WithoutSigner(db, clock.Today);
        foreach (var row in await ReturnRow.OfAsync(db, unsigned, cancel))
            tasks.Add(new("Ask the commissioner for an executive lead", $"/Agencies/{row.Return.AgencyId}", null,
                $"The return for {row.Cycle} waits for a signature, and nobody is in post who can give it"));
        return tasks;
    }
}
