using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>One standard: its versions, and how every agency within reach stands on it as at a day. Null when there is none of that code.</summary>
public sealed class StandardView(PortalDb db)
{
    public sealed record Line(Id<Agency> AgencyId, string Agency, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note);

    /// <param name="Current">The version in force on the day; the newest when none is.</param>
    public sealed record Details(Standard Current, bool InForce, IReadOnlyList<Standard> Versions, IReadOnlyList<Level> Levels, IReadOnlyList<Line> Lines);

    public async Task<Details?> RunAsync(Viewer viewer, string code, DateOnly day, CancellationToken cancel)
    {
        var versions = await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.Code == code).OrderByDescending(s => s.Number).ToListAsync(cancel);
        if (versions.Count == 0) return null;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, day, cancel);
        var lines = await db.StandardResults.VisibleTo(viewer).Where(r => r.StandardCode == code && r.From <= day && (r.Until == null || r.Until > day))
            .Join(db.Agencies, r => r.AgencyId, a => a.Id, (r, a) => new Line(a.Id, a.Name, r.Level, r.Outcome, r.Numerator, r.Denominator, r.Note)).ToListAsync(cancel);
        var current = versions.Find(s => s.EffectiveFrom <= day);
        return new(current ?? versions[0], current is not null, versions, framework?.Levels ?? [],
            [.. lines.OrderBy(l => l.Level).ThenBy(l => MatrixOrder.Rank(l.Outcome)).ThenBy(l => new Share(l.Numerator, l.Denominator).Exact).ThenBy(l => l.Agency, StringComparer.Ordinal)]);
    }
}
