using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Every standard in its version of a day; those without a version in force then are listed as not in force yet.</summary>
public sealed class StandardList(PortalDb db)
{
    /// <param name="Following">Agencies within reach that meet it at every level that is due.</param>
    /// <param name="Due">Agencies of which it is asked on the day, those included of which it is not known.</param>
    public sealed record Row(Standard Standard, bool InForce, int Following = 0, int Due = 0);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var agencies = await db.StandardResults.VisibleTo(viewer).StandingOn(day)
            .Where(r => r.Outcome != Outcome.NotYetDue && r.Outcome != Outcome.NotApplicable)
            .GroupBy(r => new { r.StandardCode, r.AgencyId })
            .Select(g => new { g.Key.StandardCode, Follows = g.Count(r => r.Outcome != Outcome.Met) == 0 })
            .GroupBy(a => a.StandardCode)
            .Select(g => new { g.Key, Following = g.Count(a => a.Follows), Due = g.Count() })
            .ToDictionaryAsync(s => s.Key, cancel);
        return
        [
            .. (await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => !s.IsDraft).ToListAsync(cancel))
                .GroupBy(s => s.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(versions => versions.Where(s => s.EffectiveFrom <= day).MaxBy(s => s.Number) is { } current
                    ? new Row(current, true, agencies.GetValueOrDefault(current.Code)?.Following ?? 0,
                        agencies.GetValueOrDefault(current.Code)?.Due ?? 0)
                    : new(versions.MinBy(s => s.Number)!, false)),
        ];
    }
}
