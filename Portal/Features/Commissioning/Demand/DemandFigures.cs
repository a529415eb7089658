namespace Portal.Features.Commissioning.Demand;

/// <summary>All that a forecast is made of, by agency and level, so that any part of the partnership can be asked of it.</summary>
/// <param name="Cells">Of each agency alone.</param>
/// <param name="Moves">Who moved from one agency to another.</param>
/// <param name="Used">By level, of the whole partnership: an agency alone has too few places to tell.</param>
/// <param name="Agencies">By name: those that anybody who needs a level works for.</param>
public sealed record DemandFigures(
    DateOnly AsAt, IReadOnlyList<Level> Levels, IReadOnlyList<DemandCount.Cell> Cells, IReadOnlyList<DemandMove> Moves,
    IReadOnlyDictionary<int, (int Used, int All)> Used, IReadOnlyList<DemandFigures.Named> Agencies)
{
    public sealed record Named(Id<Agency> Id, string Name, AgencyType Type);

    /// <summary>Of which part of the partnership; nothing chosen is the whole.</summary>
    public sealed record Part(AgencyType? Type = null, Id<Agency>? Agency = null);

    /// <summary>Kinds of agency that there are.</summary>
    public IEnumerable<AgencyType> Types => Agencies.Select(a => a.Type).Distinct().Order();

    /// <summary>The agencies of a part of the partnership.</summary>
    public IEnumerable<Named> Within(Part part) =>
        Agencies.Where(a => (part.Type is null || a.Type == part.Type) && (part.Agency is null || a.Id == part.Agency));

    /// <summary>A level at each agency of a part, where whoever moved within the part has neither started nor left.</summary>
    public IReadOnlyList<DemandCount.Cell> At(int level, Part part)
    {
        var within = Within(part).Select(a => a.Id).ToHashSet();
        return DemandMove.Settle(
            [.. Cells.Where(c => c.Level == level && within.Contains(c.Agency))], Moves.Where(m => m.Level == level));
    }

    /// <summary>What is so of a level in a part of the partnership.</summary>
    public DemandForecast.Facts Of(int level, Part part) => DemandForecast.Facts.Of(At(level, part), Used.GetValueOrDefault(level));
}
