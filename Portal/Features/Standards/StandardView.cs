using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// One standard: its versions, and how every agency within reach stands on it as at a day. Null when
/// there is none of that code.
/// </summary>
public sealed class StandardView(PortalDb db, UkClock clock)
{
    /// <param name="FlagId">The flag that was open on the day, for whoever may read it.</param>
    public sealed record Line(
        Id<Agency> AgencyId, string Agency, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note,
        Id<Flag>? FlagId = null);

    /// <param name="Until">The first day of the next version; null when there is none.</param>
    public sealed record Version(Standard Standard, DateOnly? Until, VersionPlace Place);

    /// <param name="Shown">The version asked for; else the one in force on the day, or the newest when none is.</param>
    /// <param name="Versions">The newest first; a draft only for those who edit standards.</param>
    /// <param name="Lines">Where agencies stood on the day; empty while the version shown is not in force.</param>
    public sealed record Details(
        Version Shown, IReadOnlyList<Version> Versions, DateOnly Day, IReadOnlyList<Level> Levels, IReadOnlyList<Line> Lines);

    /// <param name="number">The version to show; the last day it was in force is then the latest day asked about.</param>
    public async Task<Details?> RunAsync(Viewer viewer, string code, DateOnly day, int? number, CancellationToken cancel)
    {
        var versions = await VersionsAsync(viewer, code, cancel);
        var shown = number is { } asked ? versions.Find(v => v.Standard.Number == asked && v.Place != VersionPlace.Draft)
            : versions.Find(v => v.Standard.EffectiveFrom <= day) ?? versions.Find(v => v.Place != VersionPlace.Draft);
        if (shown is null) return null;
        if (shown.Until <= day) day = shown.Until.Value.AddDays(-1);
        if (shown.Place is not (VersionPlace.InForce or VersionPlace.Past)) return new(shown, versions, day, [], []);

        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, day, cancel);
        var flags = (await db.Flags.VisibleTo(viewer).OpenOn(day).Where(f => f.StandardCode == code)
            .Select(f => new { f.AgencyId, f.Level, f.Id }).ToListAsync(cancel)).ToDictionary(f => (f.AgencyId, f.Level), f => f.Id);
        var lines = await db.StandardResults.VisibleTo(viewer).StandingOn(day).Where(r => r.StandardCode == code)
            .Join(db.Agencies, r => r.AgencyId, a => a.Id,
                (r, a) => new Line(a.Id, a.Name, r.Level, r.Outcome, r.Numerator, r.Denominator, r.Note, null))
            .ToListAsync(cancel);
        return new(shown, versions, day, framework?.Levels ?? [],
            [.. lines.Select(l => flags.TryGetValue((l.AgencyId, l.Level), out var flag) ? l with { FlagId = flag } : l)
                .OrderBy(l => l.Level).ThenBy(l => MatrixOrder.Rank(l.Outcome))
                .ThenBy(l => new Share(l.Numerator, l.Denominator).Exact).ThenBy(l => l.Agency, StringComparer.Ordinal)]);
    }

    private async Task<List<Version>> VersionsAsync(Viewer viewer, string code, CancellationToken cancel)
    {
        var versions = await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.Code == code).OrderByDescending(s => s.Number)
            .ToListAsync(cancel);
        if (!viewer.May(Permission.EditStandards)) versions.RemoveAll(s => s.IsDraft);
        return [.. versions.Select(s => new Version(s, Next(s), VersionPlaces.Of(s.IsDraft, s.EffectiveFrom, Next(s), clock.Today)))];

        DateOnly? Next(Standard standard) => versions.Where(s => s.EffectiveFrom > standard.EffectiveFrom).Min(s => s.EffectiveFrom);
    }
}
