using Portal.Features.Standards.Measures;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// How the skill-gap assessments of the agencies in scope stood at the end of the cut-off day: the same cycle and the same days
/// that the standards count.
/// </summary>
public sealed class ReturnFigures(LatestReturns returns)
{
    public sealed record Found(EditionReturns Returns, IReadOnlyDictionary<Id<Agency>, ReturnEntry> Entries);

    public async Task<Found> RunAsync(
        Viewer viewer, Domain.Framework framework, IReadOnlyDictionary<Id<Agency>, string> inScope, DateOnly cutOff,
        CancellationToken cancel)
    {
        var entries = (await returns.RunAsync(new(viewer.PartnershipId, framework, cutOff), cancel))
            .Where(r => inScope.ContainsKey(r.AgencyId))
            .ToDictionary(r => r.AgencyId, r => Entry(r, cutOff));
        int Count(params Timeliness[] any) => entries.Values.Count(e => any.Contains(e.Timeliness));
        return new(new(entries.Count, Count(Timeliness.OnTime, Timeliness.Late), Count(Timeliness.OnTime), Count(Timeliness.NotDue),
            [.. entries.Where(e => e.Value.Timeliness == Timeliness.NotReturned)
                .Select(e => new MissingReturn(e.Key.Value, inScope[e.Key], e.Value.DueOn))
                .OrderBy(m => m.Agency, StringComparer.Ordinal)]), entries);
    }

    private static ReturnEntry Entry(LatestReturns.Row row, DateOnly cutOff) =>
        new(row.Cycle, row.DueOn, DayOf(row.SentAt), DayOf(row.SignedAt), DayOf(row.AcceptedAt),
            row.SentAt is { } sent ? sent <= row.DueAt ? Timeliness.OnTime : Timeliness.Late
                : row.DueOn < cutOff ? Timeliness.NotReturned
                : Timeliness.NotDue);

    private static DateOnly? DayOf(DateTime? instant) => instant is { } at ? UkClock.DayOf(at) : null;
}
