namespace Portal.Domain;

/// <summary>One thing that an edition would say otherwise if its figures were written again.</summary>
/// <param name="Before">Null when it says nothing of it now.</param>
/// <param name="After">Null when it would say nothing of it any more.</param>
public sealed record EditionDifference(string What, string? Before, string? After);

/// <summary>Compares two contents of an edition figure by figure, in the words in which the paper says them.</summary>
public static class EditionDifferences
{
    public static IReadOnlyList<EditionDifference> Between(EditionContent before, EditionContent after)
    {
        var (was, now) = (Said(before), Said(after));
        return
        [
            .. was.Keys.Union(now.Keys).Select(k => new EditionDifference(k, was.GetValueOrDefault(k), now.GetValueOrDefault(k)))
                .Where(d => d.Before != d.After),
        ];
    }

    /// <summary>All that it says, by what it is about.</summary>
    private static Dictionary<string, string> Said(EditionContent content)
    {
        var said = new Dictionary<string, string>();
        foreach (var (what, says) in Cover(content).Concat(Headline(content.Headline)).Concat(Recommendations(content))
            .Concat(Tables(content)).Concat(content.Agencies.SelectMany(Agency)).Concat(Rest(content)))
            said[what] = says;
        return said;
    }

    private static IEnumerable<(string, string)> Cover(EditionContent content) =>
    [
        ("Meeting", Words.Day(content.MeetingOn)), ("Figures as at", Words.Day(content.CutOffOn)), ("Framework", content.Framework),
        ("Compared with", content.PreviousNumber is { } number ? $"Edition {number}" : "No edition before"),
    ];

    private static IEnumerable<(string, string)> Headline(EditionHeadline headline) =>
    [
        ("Agencies in scope", Words.Number(headline.InScope)),
        ("Agencies that follow every standard", Words.Number(headline.FollowingAll)),
        ("Agencies that have not followed one or more standards", Words.Number(headline.NotFollowed)),
        ("Of these, with a standard not met", Words.Number(headline.NotFollowing)),
        ("Agencies with a figure unknown", Words.Number(headline.WithUnknown ?? headline.Unknown)),
        ("Agencies not yet due", Words.Number(headline.NotYetDue)),
        ("Flags that are new", Words.Number(headline.NewFlags)), ("Flags that are worse", Words.Number(headline.WorseFlags)),
        ("Flags that have cleared", Words.Number(headline.ClearedFlags)),
    ];

    private static IEnumerable<(string, string)> Recommendations(EditionContent content) =>
    [
        .. content.Points?.Where(p => p.Figured is not null).Select(p => ($"Recommendation {About(p.Key)}", p.Figured!))
            ?? content.Recommendations.Select((sentence, i) => ($"Recommendation {i + 1}", sentence)),
        .. content.Asks?.Select(a => ($"Asked of {a.Agency}", a.Standards)) ?? [],
    ];

    private static string About(string key) => key switch
    {
        Recommendation.OfFollowing => "on how the standards are followed",
        Recommendation.OfAgencies => "to agencies",
        Recommendation.OfUnknown => "on unknown figures",
        Recommendation.OfReturns => "on skill-gap assessments",
        Recommendation.OfCosts => "on funding",
        _ => key,
    };

    private static IEnumerable<(string, string)> Tables(EditionContent content) =>
    [
        .. content.Standards.Select(s => ($"“{s.ShortName}”{At(s.Level)}: agencies",
            $"{s.Met} met, {s.PartlyMet} partly met, {s.NotMet} not met, {s.Unknown} unknown, {s.NotYetDue} not yet due, "
                + $"{s.NotApplicable} not applicable; by quarter {string.Join(", ", s.Trend.Select(Share))}")),
        .. content.Levels.Select(l => ($"People who hold level {l.Code}", $"{Words.Number(l.Held)} of {Words.Number(l.Need)}")),
    ];

    private static IEnumerable<(string, string)> Agency(AgencyEntry agency) =>
    [
        .. agency.Flags.Select(f => ($"{agency.Name}: “{f.ShortName}”{At(f.Level)}, {f.Reference}",
            $"{f.Outcome.Words()}, {Words.Number(f.Numerator)} of {Words.Number(f.Denominator)}, {f.Severity.Words()}")),
        ($"{agency.Name}: staff list confirmed", agency.StaffListConfirmedOn is { } day ? Words.Day(day) : "Never"),
        ($"{agency.Name}: leads", $"Training lead {Post(agency.TrainingLeadInPost)}, executive lead {Post(agency.ExecutiveLeadInPost)}"),
        .. agency.Return is { } made ? [($"{agency.Name}: skill-gap assessment", ReturnSentences.Standing(made))]
            : Array.Empty<(string, string)>(),
    ];

    private static IEnumerable<(string, string)> Rest(EditionContent content) =>
    [
        .. content.Cleared.Select(c => ($"Cleared: {c.Agency}, “{c.ShortName}”{At(c.Level)}, {c.Reference}", c.Because)),
        .. content.Returns is { } returns ? [("Skill-gap assessments", ReturnSentences.Returned(returns))]
            : Array.Empty<(string, string)>(),
        .. content.Costs is { } costs
            ? [("Cost and funding", string.Join(" ", ReturnSentences.Financial(costs, content.CutOffOn))),
                .. costs.Agencies.Select(c => ($"{c.Agency}: cost of closing the gap", ReturnSentences.Cost(c)))]
            : Array.Empty<(string, string)>(),
        .. content.Courses is { } courses ? [("Courses", string.Join(" ", CourseSentences.Of(courses, content.CutOffOn)))]
            : Array.Empty<(string, string)>(),
        .. content.Commissioning is { } commissioning
            ? [("Commissioning", string.Join(" ", CommissioningSentences.Of(commissioning, content.CutOffOn)))]
            : Array.Empty<(string, string)>(),
        .. content.Caveats.Select(c => ($"Note: {c}", "In the notes")),
        .. content.Since is { } since ? [("Flags closed since the cut-off", Words.Number(since.Closed.Count))]
            : Array.Empty<(string, string)>(),
    ];

    private static string Share(int? percent) => percent is { } share ? $"{share}%" : "–";

    private static string At(string? level) => level is null ? "" : $", level {level}";

    private static string Post(bool isHeld) => isHeld ? "in post" : "vacant";
}
