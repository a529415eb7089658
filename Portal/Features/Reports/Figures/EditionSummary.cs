namespace Portal.Features.Reports.Figures;

/// <summary>
/// The parts of an edition that need no more than what was read: its headline, people by level, and what to keep in mind.
/// </summary>
public static class EditionSummary
{
    /// <summary>Agencies by their worst result, and flags by what changed.</summary>
    public static EditionHeadline Headline(CutOff cutOff, IReadOnlyList<AgencyEntry> agencies, int cleared, EditionContent? before)
    {
        var worst = cutOff.Agencies.CountBy(a => Worst(cutOff, a)).ToDictionary();
        var changes = agencies.SelectMany(a => a.Flags).CountBy(f => f.Change).ToDictionary();
        return new(
            InScope: cutOff.Agencies.Count,
            FollowingAll: worst.GetValueOrDefault(Outcome.Met),
            PartlyOnly: worst.GetValueOrDefault(Outcome.PartlyMet),
            NotFollowing: worst.GetValueOrDefault(Outcome.NotMet),
            Unknown: worst.GetValueOrDefault(Outcome.Unknown),
            NotYetDue: worst.GetValueOrDefault(Outcome.NotYetDue),
            NewFlags: changes.GetValueOrDefault(FlagChange.New),
            WorseFlags: changes.GetValueOrDefault(FlagChange.Worse),
            ClearedFlags: cleared,
            FollowingAllBefore: before?.Headline.FollowingAll);
    }

    /// <summary>
    /// People by level, from the standard on staff at their required level; agencies whose staff list is unknown are not in
    /// it, and the caveats name them.
    /// </summary>
    public static IReadOnlyList<LevelLine> Levels(CutOff cutOff)
    {
        var held = cutOff.CountedBy(MeasureKeys.StaffAtRequiredLevel);
        var judged = cutOff.Results
            .Where(r => held.Contains(r.Code) && r.Outcome is Outcome.Met or Outcome.PartlyMet or Outcome.NotMet).ToLookup(r => r.Level);
        return
        [
            .. cutOff.Framework.Levels.Select(l => new LevelLine(
                Code: l.Code,
                Title: l.Title,
                Need: judged[l.Number].Sum(r => r.Denominator),
                Held: judged[l.Number].Sum(r => r.Numerator))),
        ];
    }

    public static IReadOnlyList<string> Caveats(CutOff cutOff, Func<Agency, DateOnly?> staffListOf) =>
    [
        "Figures count verified training records of staff on the agencies’ own staff lists, as they stood on the cut-off day.",
        .. cutOff.Agencies.Select(a => a.Agency).Where(a => cutOff.ResultsOf(a).Any(r => r.Outcome == Outcome.Unknown))
            .OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => Unknown(a, staffListOf(a))),
    ];

    private static string Unknown(Agency agency, DateOnly? confirmedOn) =>
        $"{agency.Name} is shown as unknown where its staff list matters: " + (confirmedOn is { } day
            ? $"it was last confirmed on {Words.Day(day)}."
            : $"it had not been confirmed in the {Agency.StaffListFreshDays} days before the cut-off day.");

    /// <summary>An agency's place in the headline: by its flags, unless it is too early or too little is known to say.</summary>
    private static Outcome Worst(CutOff cutOff, CutOff.InScope scope)
    {
        if (!scope.HasBegun) return Outcome.NotYetDue;
        var outcomes = cutOff.FlagsOf(scope.Agency).Select(f => cutOff.ResultOf(f)?.Outcome ?? Outcome.Unknown).ToList();
        var results = cutOff.ResultsOf(scope.Agency).ToList();
        return outcomes.Contains(Outcome.NotMet) ? Outcome.NotMet
            : outcomes.Contains(Outcome.PartlyMet) ? Outcome.PartlyMet
            : outcomes.Count > 0 || results.Count == 0 || results.Exists(r => r.Outcome == Outcome.Unknown) ? Outcome.Unknown
            : Outcome.Met;
    }
}
