using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.AtAgency;

/// <summary>
/// Where an agency stands on each standard today and over the last four quarters, and its open flags. One that closed is shown
/// as it stood on its last day.
/// </summary>
public sealed class AgencyResults(PortalDb db, UkClock clock)
{
    /// <summary>Trend: per cent nine, six and three months before and on the day; null where there was no figure.</summary>
    public sealed record Line(
        string Code, string Name, int Level, Outcome Outcome, int Numerator, int Denominator, string? Note, DateOnly Since, int? MetAt,
        string? Measure, IReadOnlyList<int?> Trend)
    {
        public string Key => Standard.Key(Code, Level);
    }

    public sealed record OpenFlag(
        Id<Flag> Id, string Reference, string Code, string Standard, int Level, Severity Severity, DateOnly FirstSeenOn, int Occurrence);

    public sealed record Found(IReadOnlyList<Line> Lines, IReadOnlyList<OpenFlag> Flags);

    public async Task<Found> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel) =>
        new(await LinesAsync(viewer, agencyId, cancel), await FlagsAsync(viewer, agencyId, cancel));

    /// <summary>Where it stands alone, in the order of the standards and levels.</summary>
    public async Task<IReadOnlyList<Line>> LinesAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        var closedOn = await db.Agencies.VisibleTo(viewer).Where(a => a.Id == agencyId).Select(a => a.ClosedOn)
            .SingleOrDefaultAsync(cancel);
        var closed = closedOn <= clock.Today ? closedOn : null;
        var today = closed ?? clock.Today;
        var days = Quarters.UpTo(today);
        var results = await (
            from result in db.StandardResults.AsNoTracking().VisibleTo(viewer)
            where result.AgencyId == agencyId && result.From <= days[3] && (result.Until == null || result.Until > days[0])
            join standard in db.Standards on result.StandardId equals standard.Id
            orderby result.StandardCode, result.Level, result.From, result.Id
            select new { result, standard.ShortName, standard.MetAt, standard.Measure }).ToListAsync(cancel);
        return
        [
            .. from history in results.GroupBy(r => (r.result.StandardCode, r.result.Level))
               let now = history.LastOrDefault(r => closed is null ? r.result.StandsOn(today) : StoodTill(r.result, closed.Value))
               where now is not null
               select new Line(now.result.StandardCode, now.ShortName, now.result.Level, now.result.Outcome, now.result.Numerator,
                   now.result.Denominator, now.result.Note, now.result.From, now.MetAt, now.Measure,
                   [.. days.Select(d => closed is not null && d == today ? now.result.Percent
                       : history.LastOrDefault(r => r.result.StandsOn(d))?.result.Percent)]),
        ];
    }

    /// <summary>How it was judged last, be it on the very morning of the day it closed.</summary>
    private static bool StoodTill(StandardResult result, DateOnly closedOn) => result.Until is null || result.Until >= closedOn;

    private Task<List<OpenFlag>> FlagsAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel) => db.Flags.VisibleTo(viewer)
        .StillOpen().Where(f => f.AgencyId == agencyId).OrderBy(f => f.FirstSeenOn).ThenBy(f => f.Reference)
        .Select(f => new OpenFlag(f.Id, f.Reference, f.StandardCode,
            db.Standards.Where(s => s.PartnershipId == f.PartnershipId && s.Code == f.StandardCode).OrderByDescending(s => s.Number)
                .Select(s => s.ShortName).FirstOrDefault() ?? f.StandardCode,
            f.Level, f.Severity, f.FirstSeenOn, f.Occurrence)).ToListAsync(cancel);
}
