namespace Portal.Features.Commissioning.Demand;

/// <summary>All that a forecast is made of, by agency and level, so that any part of the partnership can be asked of it.</summary>
/// <param name="Used">By level, of the whole partnership: an agency alone has too few places to tell.</param>
/// <param name="Agencies">By name: those that anybody who needs a level works for.</param>
public sealed record DemandFigures(
    DateOnly AsAt, IReadOnlyList<Level> Levels, IReadOnlyList<DemandCount.Cell> Cells,
    IReadOnlyDictionary<int, (int Used, int All)> Used, IReadOnlyList<DemandFigures.Named> Agencies)
{
    public sealed record Named(Id<Agency> Id, string Name, AgencyType Type);

    /// <summary>Of which part of the partnership; nothing chosen is the whole.</summary>
    public sealed record Part(AgencyType? Type = null, Id<Agency>? Agency = null);

    /// <summary>Kinds of agency that there are.</summary>
    public IEnumerable<AgencyType> Types => Agencies.Select(a => a.Type).Distinct().Order();

    /// <summary>What is so of a level in a part of the partnership.</summary>
    public DemandForecast.Facts Of(int level, Part part)
    {
        var within = Agencies.Where(a => (part.Type is null || a.Type == part.Type) && (part.Agency is null || a.Id == part.Agency))
            .Select(a => a.Id).ToHashSet();
        var cells = Cells.Where(c => c.Level == level && within.Contains(c.Agency)).ToList();
        var used = Used.GetValueOrDefault(level);
        IReadOnlyList<int> Sum(Func<DemandCount.Cell, IReadOnlyList<int>> of) =>
            [.. Enumerable.Range(0, DemandAssumptions.MostMonths + 1).Select(m => cells.Sum(c => of(c)[m]))];
        return new(
            cells.Sum(c => c.People), Sum(c => c.Below), cells.Sum(c => c.Started), cells.Sum(c => c.Left), Sum(c => c.Booked), used.Used,
            used.All);
    }
}
