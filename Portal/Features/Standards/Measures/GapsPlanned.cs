using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S05: of the gaps in the newest return, how many have an action with an owner and a date. Where only owners are still to be
/// named, it is partly met.
/// </summary>
public sealed class GapsPlanned(LatestReturns returns) : IMeasure
{
    public string Key => MeasureKeys.GapsPlanned;

    public bool NeedsFreshStaffList => false;

    public bool CountsReturn => true;

    public string NothingToCount(int level) => "There are no gaps to plan for";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "gaps")} had an action with an owner and a date";

    public IQueryable<GapLine> Lacking(IQueryable<GapLine> gaps, PortalDb db) => gaps.WithoutPlan(db);

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await returns.RunAsync(question, cancel)).Select(r => r.SentAt is null ? NotReturned(r) : Judge(r))];

    /// <summary>Unknown: nothing has been returned to count in.</summary>
    internal static Measured NotReturned(LatestReturns.Row row) =>
        new(row.AgencyId, 0, 0, 0, Outcome.Unknown, "No assessment has been returned to count in");

    private static Measured Judge(LatestReturns.Row row)
    {
        var (gaps, planned, missing) = (row.Counts.Gaps, row.Counts.Planned, row.Counts.OwnerMissing);
        return missing > 0 && planned + missing >= gaps
            ? new(row.AgencyId, 0, planned, gaps, Outcome.PartlyMet,
                $"{missing} {(missing == 1 ? "action has" : "actions have")} no owner yet")
            : new(row.AgencyId, 0, planned, gaps);
    }
}
