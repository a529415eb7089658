using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>S04: of the gaps in the newest return, how many have a costing. Before a return nobody can tell.</summary>
public sealed class GapsCosted(LatestReturns returns) : IMeasure
{
    public string Key => MeasureKeys.GapsCosted;

    public bool NeedsFreshStaffList => false;

    public bool CountsReturn => true;

    public string NothingToCount(int level) => "There are no gaps to cost";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "gaps")} had a costing";

    public IQueryable<GapLine> Lacking(IQueryable<GapLine> gaps, PortalDb db) => gaps.WithoutCosting(db);

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await returns.RunAsync(question, cancel))
            .Select(r => r.SentAt is null ? GapsPlanned.NotReturned(r) : new(r.AgencyId, 0, r.Counts.Costed, r.Counts.Gaps))];
}
