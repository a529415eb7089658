using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Cycles;

/// <summary>One cycle with its questions and its phase.</summary>
public sealed class CycleView(PortalDb db, UkClock clock)
{
    /// <param name="StillAsks">Open and not due yet, so that an agency which joins its phase is asked as well.</param>
    public sealed record Details(Cycle Cycle, int Phase, IReadOnlyList<CycleQuestion> Questions, bool MayOpen, bool StillAsks);

    /// <summary>Null when it is not there.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<Cycle> id, CancellationToken cancel) =>
        await db.Cycles.AsNoTracking().OfPartnership(viewer).Include(c => c.Questions)
            .SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } cycle ? null
        : new(cycle, await db.Phases.Where(p => p.Id == cycle.PhaseId).Select(p => p.Number).SingleAsync(cancel),
            [.. cycle.Questions.OrderBy(q => q.Number)], !cycle.IsOpen && cycle.OpensOn <= clock.Today,
            cycle.IsOpen && clock.Now < cycle.DueAt);
}
