using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Phases;

/// <summary>The phases in which agencies begin, with how many agencies each has.</summary>
public sealed class PhaseList(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Phase> Id, int Number, DateOnly StartsOn, int Agencies);

    public async Task<IReadOnlyList<Row>> RunAsync(
        Viewer viewer, CancellationToken cancel) => await db.Phases.OfPartnership(viewer).OrderBy(p => p.Number)
        .Select(p => new Row(p.Id, p.Number, p.StartsOn, db.Agencies.OpenOn(clock.Today).Count(a => a.PhaseId == p.Id)))
        .ToListAsync(cancel);
}
