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
            FollowingAllBefore: before?.Headline.FollowingAll,
            WithUnknown: cutOff.Agencies.Count(a => a.HasBegun && Unknown(cutOff, a.Agency).Any()));
    }

    /// <summary>
    /// People by level, from the standard on staff at their required level; agencies whose staff list is unknown are not in
    /// it, and the caveats name them.
    /// </summary>
    public static IReadOnlyList<LevelLine> Levels(CutOff cutOff)
    {
        var held = cutOff.CountedBy(MeasureKeys.StaffAtRequiredLevel);
        var judged = cutOff.Results
            .Where(r => held.Contains(r.Code) && r.Outcome.IsJudged()).ToLookup(r => r.Level);
        return
        [
            .. cutOff.Framework.Levels.Select(l => new LevelLine(
                Code: l.Code,
                Title: l.Title,
                Need: judged[l.Number].Sum(r => r.Denominator),
                Held: judged[l.Number].Sum(r => r.Numerator))),
        ];
    }

    /// <summary>The agencies that are in none of the levels: nothing was judged of their people at any.</summary>
    public static IReadOnlyList<string> LevelsWithout(CutOff cutOff)
    {
        var held = cutOff.CountedBy(MeasureKeys.StaffAtRequiredLevel);
        return
        [
            .. from scope in cutOff.Agencies
               let results = cutOff.ResultsOf(scope.Agency).Where(r => held.Contains(r.Code)).ToList()
               where results.Exists(r => r.Outcome is Outcome.Unknown or Outcome.NotYetDue)
                   && !results.Exists(r => r.Outcome.IsJudged())
               orderby scope.Agency.Name
               select $"{scope.Agency.Name} ({(scope.HasBegun ? "unknown" : "not yet due")})",
        ];
    }

    public static IReadOnlyList<string> Caveats(CutOff cutOff) =>
    [
        "Figures count verified training records of staff on the agencies’ own staff lists, as they stood on the cut-off day.",
        .. from agency in cutOff.Agencies.Select(a => a.Agency)
           orderby agency.Name
           from why in Unknown(cutOff, agency)
           select $"{agency.Name}: {why}",
    ];

    /// <summary>What is not known of an agency, and why: a sentence for each reason, which names the standards.</summary>
    private static IEnumerable<string> Unknown(CutOff cutOff, Agency agency) =>
        from result in cutOff.ResultsOf(agency)
        where result.Outcome == Outcome.Unknown
        group cutOff.StandardOf(result.Code)?.ShortName ?? result.Code by result.Note into unknown
        select $"{unknown.Distinct().Select(name => $"“{name}”").Listed()} {(unknown.Distinct().Count() == 1 ? "is" : "are")} unknown"
            + (unknown.Key is { } why ? $". {why}." : ".");

    /// <summary>An agency's place in the headline: by its flags, unless nothing is due of it yet or too little is known to say.</summary>
    private static Outcome Worst(CutOff cutOff, CutOff.InScope scope)
    {
        var results = cutOff.ResultsOf(scope.Agency).ToList();
        if (!scope.HasBegun || (results.Count > 0 && results.TrueForAll(r => r.Outcome is Outcome.NotYetDue or Outcome.NotApplicable)))
            return Outcome.NotYetDue;
        var outcomes = cutOff.FlagsOf(scope.Agency).Select(f => cutOff.ResultOf(f)?.Outcome ?? Outcome.Unknown).ToList();
        return outcomes.Contains(Outcome.NotMet) ? Outcome.NotMet
            : outcomes.Contains(Outcome.PartlyMet) ? Outcome.PartlyMet
            : outcomes.Count > 0 || results.Count == 0 || results.Exists(r => r.Outcome == Outcome.Unknown) ? Outcome.Unknown
            : Outcome.Met;
    }
}
