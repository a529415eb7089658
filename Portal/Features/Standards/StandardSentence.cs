using Portal.Components;

namespace Portal.Features.Standards;

/// <summary>How agencies stand on one standard, in a sentence or two: the answer before the rule.</summary>
public static class StandardSentence
{
    /// <summary>Each agency once, by the worst of its levels; null when no line is due.</summary>
    public static string? Of(Standard standard, IReadOnlyList<StandardView.Line> lines)
    {
        var worst = lines.Where(l => l.Outcome.IsJudged() || l.Outcome == Outcome.Unknown).GroupBy(l => l.AgencyId)
            .Select(levels => levels.MinBy(l => MatrixOrder.Rank(l.Outcome))!.Outcome).CountBy(o => o).ToDictionary();
        if (worst.Count == 0) return null;
        List<string> others = [];
        if (worst.TryGetValue(Outcome.PartlyMet, out var partly)) others.Add($"{Words.Count(partly, "meets", "meet")} it in part");
        if (worst.TryGetValue(Outcome.NotMet, out var not)) others.Add($"{Words.Count(not, "does", "do")} not");
        if (worst.TryGetValue(Outcome.Unknown, out var unknown)) others.Add($"of {unknown} it is not known");
        var all = $"{worst.GetValueOrDefault(Outcome.Met)} of {Words.Count(worst.Values.Sum(), "agency meets", "agencies meet")} this "
            + $"standard{(standard.PerLevel ? " at every level" : "")}{(others.Count == 0 ? "" : $"; {others.Listed()}")}.";
        return standard.Measure == MeasureKeys.StaffAtRequiredLevel && lines.Any(l => l.Outcome.IsJudged())
            ? $"{all} {People(lines)}" : all;
    }

    private static string People(IReadOnlyList<StandardView.Line> lines)
    {
        var judged = lines.Where(l => l.Outcome.IsJudged()).ToList();
        return $"Where it is known, {new Share(judged.Sum(l => l.Numerator), judged.Sum(l => l.Denominator)).Words()} people are at the "
            + "level their job needs; someone who works for two agencies counts in each.";
    }
}
