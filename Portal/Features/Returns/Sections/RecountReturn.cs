using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>
/// Takes the figures of the cut-off day from the staff list and the records once more, after either was corrected. Answers to
/// figures that changed have to be given again.
/// </summary>
public sealed class RecountReturn(PortalDb db, GapCount counts, WriteReturn write, UkClock clock)
{
    /// <summary>How many lines changed, came or went.</summary>
    public async Task<int> RunAsync(Viewer viewer, Id<AgencyReturn> id, CancellationToken cancel)
    {
        var changed = 0;
        await write.RunAsync(viewer, id, ReturnSection.People, "Took the figures of a return again", async agencyReturn =>
        {
            var cycle = await db.Cycles.SingleAsync(c => c.Id == agencyReturn.CycleId, cancel);
            var figures = (await counts.RunAsync(cycle, agencyReturn.AgencyId, cancel)).ToDictionary(r => (r.JobRoleId, r.Level));
            var lines = await db.GapLines.Where(l => l.ReturnId == id).ToListAsync(cancel);
            foreach (var line in lines)
                if (figures.Remove((line.JobRoleId, line.LevelNumber), out var now)) line.Recount(now.Headcount, now.Holding, now.Expiring);
                else db.GapLines.Remove(line);
            db.GapLines.AddRange(figures.Values.Select(r => r.Line(id)));
            agencyReturn.FiguresTakenAt = clock.Now;
            changed = db.ChangeTracker.Entries<GapLine>().Count(e => e.State != EntityState.Unchanged);
        }, cancel);
        return changed;
    }
}
