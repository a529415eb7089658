using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Every standard in its version of a day; those without a version in force then are listed as not in force yet.</summary>
public sealed class StandardList(PortalDb db)
{
    /// <param name="Following">Agencies within reach that meet it at every level that is due.</param>
    /// <param name="Due">Agencies of which it is asked on the day, those included of which it is not known.</param>
    public sealed record Row(Standard Standard, bool InForce, int Following = 0, int Due = 0);

    /// <summary>Each with how many agencies follow it, for whoever reads results.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        if (!viewer.May(Permission.ReadResults)) return await AllAsync(viewer, day, cancel);
        var agencies = await db.StandardResults.VisibleTo(viewer).StandingOn(day)
            .Where(r => r.Outcome != Outcome.NotYetDue && r.Outcome != Outcome.NotApplicable)
            .GroupBy(r => new { r.StandardCode, r.AgencyId })
            .Select(g => new { g.Key.StandardCode, Follows = g.Count(r => r.Outcome != Outcome.Met) == 0 })
            .GroupBy(a => a.StandardCode)
            .Select(g => new { g.Key, Following = g.Count(a => a.Follows), Due = g.Count() })
            .ToDictionaryAsync(s => s.Key, cancel);
        return [.. (await AllAsync(viewer, day, cancel)).Select(row => row.InForce && agencies.TryGetValue(row.Standard.Code, out var count)
            ? row with { Following = count.Following, Due = count.Due } : row)];
    }

    /// <summary>The standards alone.</summary>
    public async Task<IReadOnlyList<Row>> AllAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        [.. (await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => !s.IsDraft).ToListAsync(cancel))
            .GroupBy(s => s.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(versions => versions.Where(s => s.EffectiveFrom <= day).MaxBy(s => s.Number) is { } current
                ? new Row(current, true)
                : new(versions.MinBy(s => s.Number)!, false))];
}
