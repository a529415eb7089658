using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Cycles;

/// <summary>The cycles of the partnership, the newest first, and how many returns of each have got how far.</summary>
public sealed class CycleList(PortalDb db, UkClock clock)
{
    /// <param name="Asked">Agencies that were asked; zero before it opens.</param>
    public sealed record Row(
        Id<Cycle> Id, string Title, int Phase, DateOnly OpensOn, DateTime DueAt, bool IsOpen, int Asked, int Sent, int Late, int Accepted);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var now = clock.Now;
        var first = db.Returns.Where(a => a.Number == 1);
        return await db.Cycles.OfPartnership(viewer).OrderByDescending(c => c.OpensOn).ThenBy(c => c.Id)
            .Join(db.Phases, c => c.PhaseId, p => p.Id, (c, p) => new Row(c.Id, c.Title, p.Number, c.OpensOn, c.DueAt, c.OpenedAt != null,
                first.Count(a => a.CycleId == c.Id), first.Count(a => a.CycleId == c.Id && a.SentAt != null),
                first.Count(a => a.CycleId == c.Id && ((a.SentAt == null && a.DueAt < now) || a.SentAt > a.DueAt)),
                first.Count(a => a.CycleId == c.Id && a.AcceptedAt != null)))
            .ToListAsync(cancel);
    }
}
