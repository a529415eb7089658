using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Flags within reach, the most serious and oldest first; paged in the database.</summary>
public sealed class FlagList(PortalDb db, UkClock clock)
{
    public sealed record Filter(
        bool Closed = false, Id<Agency>? Agency = null, string? Standard = null, Severity? Severity = null, int Page = 1,
        string? Search = null, bool Waived = false);

    /// <param name="Outcome">Where the agency stands now; null when the flag is closed.</param>
    /// <param name="WaivedUntil">The last day of a waiver that is not over; null for none.</param>
    public sealed record Row(
        Id<Flag> Id, string Reference, Id<Agency> AgencyId, string Agency, string Code, string Standard, int Level, Severity Severity,
        int Occurrence, DateOnly FirstSeenOn,
        DateOnly? ClosedOn, Outcome? Outcome, DateOnly? WaivedUntil);

    public sealed record Choices(IReadOnlyList<(Id<Agency> Id, string Name)> Agencies, IReadOnlyList<(string Code, string Name)> Standards);

    public Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel) =>
        Rows(viewer, filter).ToPageAsync(filter.Page, cancel);

    /// <summary>The same flags without pages, for a file.</summary>
    public IAsyncEnumerable<Row> AllAsync(Viewer viewer, Filter filter) => Rows(viewer, filter).AsAsyncEnumerable();

    private IQueryable<Row> Rows(Viewer viewer, Filter filter)
    {
        var flags = db.Flags.VisibleTo(viewer);
        flags = filter.Closed ? flags.Where(f => f.ClosedOn != null) : flags.StillOpen();
        if (filter.Agency is { } agency) flags = flags.Where(f => f.AgencyId == agency);
        if (filter.Standard is { } code) flags = flags.Where(f => f.StandardCode == code);
        if (filter.Severity is { } severity) flags = flags.Where(f => f.Severity == severity);
        if (filter.Waived) flags = flags.Where(f => f.ClosedOn == null && f.WaivedUntil >= clock.Today);
        if (filter.Search is { } search) flags = flags.Where(Matching(search));
        var sorted = filter.Closed
            ? flags.OrderByDescending(f => f.ClosedOn).ThenByDescending(f => f.Id)
            : flags.OrderByDescending(f => f.Severity == Severity.Critical ? 3
                : f.Severity == Severity.High ? 2
                : f.Severity == Severity.Medium ? 1
                : 0)
                .ThenBy(f => f.FirstSeenOn).ThenBy(f => f.Id);
        return sorted.Select(f => new Row(
            f.Id, f.Reference, f.AgencyId, db.Agencies.Where(a => a.Id == f.AgencyId).Select(a => a.Name).First(), f.StandardCode,
            db.Standards.Where(s => s.PartnershipId == f.PartnershipId && s.Code == f.StandardCode && s.EffectiveFrom <= clock.Today)
                .OrderByDescending(s => s.Number).Select(s => s.ShortName).FirstOrDefault() ?? f.StandardCode,
            f.Level, f.Severity, f.Occurrence, f.FirstSeenOn, f.ClosedOn,
            f.ClosedOn != null ? null : db.StandardResults.Latest()
                .Where(r => r.AgencyId == f.AgencyId && r.StandardCode == f.StandardCode && r.Level == f.Level)
                .Select(r => (Outcome?)r.Outcome).FirstOrDefault(),
            f.ClosedOn == null && f.WaivedUntil >= clock.Today ? f.WaivedUntil : null));
    }

    /// <summary>By number ("FLG-0197", "flg 197", "197"), by the name of the agency, or by the code or words of the standard.</summary>
    private Expression<Func<Flag, bool>> Matching(string search)
    {
        var lower = search.ToLowerInvariant();
        var named = db.Agencies.Where(NameSearch.For(search).Of((Agency a) => a.Name));
        var number = lower.Replace("flg", "", StringComparison.Ordinal).Trim(' ', '-').PadLeft(4, '0');
        return f => f.Reference.ToLower() == lower || f.Reference == "FLG-" + number || f.StandardCode.ToLower() == lower
            || named.Any(a => a.Id == f.AgencyId)
            || db.Standards.Any(s =>
                s.PartnershipId == f.PartnershipId && s.Code == f.StandardCode && s.ShortName.ToLower().Contains(lower));
    }

    /// <summary>What the list can be narrowed to.</summary>
    public async Task<Choices> ChoicesAsync(Viewer viewer, CancellationToken cancel) => new(
        [.. (await db.Agencies.VisibleTo(viewer).OrderBy(a => NameSearch.Folded(a.Name)).Select(a => new { a.Id, a.Name })
            .ToListAsync(cancel))
            .Select(a => (a.Id, a.Name))],
        [.. (await db.StandardsInForceAsync(viewer.PartnershipId, clock.Today, cancel)).Select(s => (s.Code, s.ShortName))]);
}
