namespace Portal.Domain;

/// <summary>What an edition concludes from its figures, in the partnership's words: plain, and without blame.</summary>
public static class EditionSentences
{
    /// <summary>What the board is asked for: to note, and to agree what is asked of agencies.</summary>
    public static IReadOnlyList<Recommendation> Recommendations(EditionHeadline headline, IReadOnlyList<AgencyAsk> asks)
    {
        List<Recommendation> sentences =
        [
            new(Recommendation.OfFollowing, headline.NotFollowed == 0
                ? $"The Partnership is asked to note that none of the {headline.Judged} agencies to which the standards apply has an open "
                    + "flag on a recommended training standard."
                : $"The Partnership is asked to note that {headline.NotFollowed} of {headline.Judged} agencies have not followed one or "
                    + "more recommended training standards in the period, and to agree what is asked below."),
        ];
        if (asks.Count > 0)
            sentences.Add(new(Recommendation.OfAgencies,
                $"The Chair asks the executive {(asks.Count == 1 ? "lead" : "leads")} of {Words.Count(asks.Count, "agency", "agencies")} "
                    + $"to say by the next meeting how {(asks.Count == 1 ? "it" : "each")} will meet the standards named in the table."));
        if (headline.WithUnknown > 0)
            sentences.Add(new(Recommendation.OfUnknown,
                $"The Partnership is asked to agree that {Words.Count(headline.WithUnknown.Value, "agency", "agencies")} "
                    + $"{(headline.WithUnknown == 1 ? "provides" : "provide")} what is missing for the figures that are unknown; the notes "
                    + "at the end say what."));
        return sentences;
    }

    /// <summary>The agencies that most need the board’s word, and what for.</summary>
    /// <param name="returns">Codes of the standards that ask for the skill-gap assessment: what is missing is asked for by
    /// itself, with a date.</param>
    public static IReadOnlyList<AgencyAsk> Asks(IReadOnlyList<AgencyEntry> agencies, IReadOnlySet<string> returns) =>
    [
        .. agencies.Where(a => NeedsTheBoard(a, returns))
            .Select(a => new AgencyAsk(a.AgencyId, a.Name, Names(a, returns), a.ExecutiveLeadInPost)),
    ];

    /// <summary>The worst first: by severity, then by how long ago the oldest flag was first seen, then by name.</summary>
    public static IEnumerable<AgencyEntry> InOrder(IEnumerable<AgencyEntry> agencies) => agencies
        .OrderByDescending(a => a.Flags.Max(f => f.Severity)).ThenBy(a => a.Flags.Min(f => f.FirstSeenOn))
        .ThenBy(a => a.Name, StringComparer.Ordinal);

    /// <summary>What happened to a flag between two editions.</summary>
    public static FlagChange Change(FlagEntry? before, Outcome outcome, int numerator, int denominator)
    {
        if (before is null) return FlagChange.New;
        var (was, now) = (Rank(before.Outcome), Rank(outcome));
        if (was != now) return now > was ? FlagChange.Worse : FlagChange.Better;
        return ((long)numerator * before.Denominator).CompareTo((long)before.Numerator * denominator) switch
        {
            < 0 => FlagChange.Worse,
            > 0 => FlagChange.Better,
            0 => FlagChange.Same,
        };
    }

    /// <summary>"1 agency has", "3 agencies have".</summary>
    public static string Count(int number, string one, string several) => Words.Count(number, one, several);

    /// <summary>
    /// Critical and reported at least twice running, or any flag reported three times: the step at
    /// which the board is asked to act.
    /// </summary>
    private static bool NeedsTheBoard(AgencyEntry agency, IReadOnlySet<string> returns) =>
        Answerable(agency, returns).Any(f => f.TimesReported >= 3 || (f.Severity == Severity.Critical && f.TimesReported >= 2));

    /// <summary>A return that is missing is asked for by itself, with a date; about a flag that is waived nobody is asked.</summary>
    private static IEnumerable<FlagEntry> Answerable(AgencyEntry agency, IReadOnlySet<string> returns) => agency.Flags.Where(f =>
        f.WaivedUntil is null && (agency.Return?.Timeliness != Timeliness.NotReturned || !returns.Contains(f.Code)));

    private static string Names(AgencyEntry agency, IReadOnlySet<string> returns) => Answerable(agency, returns)
        .OrderByDescending(f => f.Severity).ThenBy(f => f.FirstSeenOn).Take(3).GroupBy(f => f.ShortName, f => f.Level)
        .Select(levels => $"“{levels.Key}”{At([.. levels.OfType<string>().Order(StringComparer.Ordinal)])}").Listed();

    private static string At(IReadOnlyList<string> levels) => levels.Count switch
    {
        0 => "",
        1 => $" at level {levels[0]}",
        _ => $" at levels {levels.Listed()}",
    };

    private static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.NotMet => 2,
        Outcome.PartlyMet => 1,
        Outcome.Unknown => 1,
        Outcome.Met or Outcome.NotYetDue or Outcome.NotApplicable => 0,
    };
}
