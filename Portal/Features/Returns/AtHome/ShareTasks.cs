using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Returns.AtHome;

/// <summary>For a colleague: the sections of a return that they were asked to help with.</summary>
public sealed class ShareTasks(PortalDb db, ReturnProgress progress) : ITasks
{
    public int Order => 52;
    public Permission? Needs => Permission.WriteReturns;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.WriteReturns) is not (Reach.Own or Reach.Team)) return [];
        var rows = await ReturnRow.OfAsync(db, ReturnRow.ToWrite(db, viewer), cancel);
        var ids = rows.Select(r => r.Id).ToList();
        var shared = (await db.ReturnShares.Where(s => s.UserId == viewer.UserId && ids.Contains(s.ReturnId)).ToListAsync(cancel))
            .ToLookup(s => s.ReturnId, s => s.Section);
        List<HomeTask> tasks = [];
        foreach (var row in rows)
        {
            var figures = await progress.RunAsync(row.Id, cancel);
            foreach (var section in shared[row.Id].Order())
            {
                var (done, of) = figures.For(section);
                tasks.Add(new($"Fill in “{section.Words()}” of the return for {row.Cycle}", $"/Returns/{row.Id}/{section}", row.Due,
                    $"{done} of {of} done"));
            }
        }
        return tasks;
    }
}
