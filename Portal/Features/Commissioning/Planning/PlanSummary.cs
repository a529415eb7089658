namespace Portal.Features.Commissioning.Planning;

/// <summary>An answer as tables: what is bought and when, for whom, from which money, and beside other plans.</summary>
/// <param name="question">That was asked.</param>
/// <param name="answer">That was found.</param>
/// <param name="seesFew">Whether counts of fewer than five are said.</param>
public sealed class PlanSummary(PlanQuestion question, PlanAnswer answer, bool seesFew)
{
    /// <summary>Below it, a count is not said to those who may not see whose it is.</summary>
    public const int Few = Standard.SmallNumber;

    private const int MostMonthsNamed = 3;

    private readonly ILookup<int, int> given = answer.Best.Given.ToLookup(g => g.Group, g => g.People);

    /// <param name="When">"2 in March 2027 and 1 in April 2027"; of many months the first and the last.</param>
    /// <param name="Runs">Dates; null for a course without them.</param>
    /// <param name="Cover">How much of its level it teaches, in words; null where nobody has said.</param>
    public sealed record BoughtRow(string Course, string Level, int? Runs, string When, int Places, Money Cost, string? Cover);

    /// <param name="Brought">In words, because few are not said.</param>
    public sealed record LevelRow(string Level, string Below, string Brought, string Left);

    public sealed record AgencyRow(string Agency, string Brought, string Left);

    public sealed record SourceRow(string Source, string Until, Money Amount, Money Spent);

    /// <param name="Note">What it does not keep to; null where it keeps to all.</param>
    public sealed record ComparedRow(string Plan, int People, int Value, Money Cost, Money Left, string? Note);

    public PlanQuestion Question => question;
    public PlanAnswer Answer => answer;

    /// <summary>Whether people count differently, so that a plan’s worth is not its number of people.</summary>
    public bool IsWeighted => question.Limits.CriticalWeight > 1 && question.Groups.Any(g => g.IsCritical);

    public IReadOnlyList<BoughtRow> Bought => [.. answer.Best.Purchases.GroupBy(p => p.Offer)
        .OrderBy(g => question.Offers[g.Key].Level).ThenBy(g => g.Key).Select(g => RowOf(question.Offers[g.Key], [.. g]))];

    public IReadOnlyList<LevelRow> Levels => [.. question.Groups.Index().GroupBy(g => g.Item.Level).OrderBy(g => g.Key)
        .Select(g => (Level: g.Key, Below: g.Sum(x => x.Item.Below), Given: g.Sum(x => Given(x.Index))))
        .Select(l => new LevelRow($"Level {question.CodeOf(l.Level)}", Count(l.Below), Count(l.Given), Count(l.Below - l.Given)))];

    /// <summary>Agencies with anyone below their level, those with most people brought to it first.</summary>
    public IReadOnlyList<AgencyRow> Agencies => [.. question.Groups.Index().GroupBy(g => g.Item.Agency)
        .Select(g => (Agency: question.Agencies[g.Key].Name, Below: g.Sum(x => x.Item.Below), Given: g.Sum(x => Given(x.Index))))
        .Where(a => a.Below > 0).OrderByDescending(a => a.Given).ThenBy(a => a.Agency, StringComparer.Ordinal)
        .Select(a => new AgencyRow(a.Agency, Count(a.Given), Count(a.Below - a.Given)))];

    public IReadOnlyList<SourceRow> Sources => [.. question.Sources.Zip(answer.Best.Spending(question) ?? [], (source, spent) =>
        new SourceRow(source.Name + Only(source), source.EndsOn is { } on ? Words.Day(on) : "No end", source.Amount, spent))];

    public IReadOnlyList<ComparedRow> Compared =>
        [Of("Doing nothing", Plan.OfNothing), Of("Bought by hand, date by date", answer.Greedy), Of("The best plan", answer.Best)];

    /// <summary>"12", or "fewer than 5" to those who may not see whose these are.</summary>
    public string Count(int people) => Said(people, seesFew);

    /// <summary>Whether somebody is told counts of fewer than five: whoever may see whose they are.</summary>
    public static bool SeesFew(Viewer viewer) => viewer.May(Permission.ReadStaff);

    /// <summary>The same without an answer at hand.</summary>
    public static string Said(int people, bool seesFew) =>
        seesFew || people is 0 or >= Few ? Words.Number(people) : $"fewer than {Few}";

    public IReadOnlyList<string> Sentences => PlanSentences.Of(question, answer, Count);

    private int Given(int group) => given[group].Sum();

    private BoughtRow RowOf(PlanOffer offer, IReadOnlyList<PlanPurchase> purchases) => new(
        $"{offer.Code}, {offer.Title}", question.CodeOf(offer.Level), offer.HasDates ? purchases.Sum(p => p.Runs) : null,
        offer.HasDates ? WhenOf([.. purchases.Where(p => p.Runs > 0).OrderBy(p => p.Month)]) : "at any time",
        purchases.Sum(p => p.Places.Values.Sum()), new Plan(purchases, []).Cost(question),
        offer.Cover?.Words);

    private string WhenOf(IReadOnlyList<PlanPurchase> bought) => bought.Count > MostMonthsNamed
        ? $"from {MonthOf(bought[0].Month)} to {MonthOf(bought[^1].Month)}"
        : bought.Select(p => $"{p.Runs} in {MonthOf(p.Month)}").Listed();

    private string MonthOf(int month) => Words.Month(question.From.AddMonths(month - 1)).Replace(' ', '\u00a0');

    private string Only(PlanSource source)
    {
        string[] only =
        [
            .. source.Level is { } level ? new[] { $"level {question.CodeOf(level)}" } : [],
            .. source.Type is { } type ? new[] { type.Words().ToLowerInvariant() } : [],
        ];
        return only.Length == 0 ? "" : $" (only for {only.Listed()})";
    }

    private ComparedRow Of(string name, Plan plan)
    {
        var (cost, broken) = (plan.Cost(question), PlanChecks.Broken(question, plan));
        string[] not = [.. Enum.GetValues<PlanLimit>().Where(l => l != PlanLimit.None && broken.HasFlag(l)).Select(l => l.Words(question))];
        return new(name, plan.People(), plan.Value(question), cost, question.Budget() - cost,
            not.Length == 0 ? null : $"Does not keep to: {not.Listed()}");
    }
}
