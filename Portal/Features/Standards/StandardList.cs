using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Every standard in its version of a day; those without a version in force then are listed as not in force yet.</summary>
public sealed class StandardList(PortalDb db)
{
    public sealed record Row(Standard Standard, bool InForce);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        [.. (await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => !s.IsDraft).ToListAsync(cancel))
            .GroupBy(s => s.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(versions => versions.Where(s => s.EffectiveFrom <= day).MaxBy(s => s.Number) is { } current
                ? new Row(current, true)
                : new(versions.MinBy(s => s.Number)!, false))];
}
