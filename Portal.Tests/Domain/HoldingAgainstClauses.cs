namespace Portal.Tests.Domain;

public class HoldingAgainstClauses
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly DateOnly Today = new(2026, 11, 16), First = new(2027, 2, 1), Last = new(2027, 3, 31);

    [Fact]
    public void Accreditation_must_last_until_the_last_day()
    {
        Assert.Equal(ClauseOutcome.Met, Of(ClauseRule.AccreditedThroughout, Facts(accredited: Last)).Outcome);
        Assert.Equal(
            (ClauseOutcome.NotMet, "The accreditation ends on 30 March 2027, before the last day, 31 March 2027"),
            Said(ClauseRule.AccreditedThroughout, Facts(accredited: Last.AddDays(-1))));
        Assert.Equal(ClauseOutcome.NotMet, Of(ClauseRule.AccreditedThroughout, Facts()).Outcome);
        Assert.Equal(ClauseOutcome.NeedsAPerson, Of(ClauseRule.AccreditedThroughout, Facts() with { IsOnRegister = false }).Outcome);
    }

    [Theory, InlineData(null, 2, ClauseOutcome.NeedsAPerson), InlineData(2, 2, ClauseOutcome.NotMet), InlineData(3, 2, ClauseOutcome.Met)]
    [InlineData(4, 4, ClauseOutcome.Met), InlineData(3, 4, ClauseOutcome.NotMet)]
    public void Trainers_hold_the_level_above_or_the_highest(int? trainer, int level, ClauseOutcome expected) =>
        Assert.Equal(expected, Of(ClauseRule.TrainersAboveTheLevel, Facts(level: level, trainer: trainer)).Outcome);

    [Fact]
    public void Content_covers_each_statement_of_the_level_and_each_strand()
    {
        var facts = Facts() with { Statements = ["L2.1", "L2.2"], Covered = ["L2.1", "L2.2", "L1.1"], CoveredStrands = ["DV", "ST"] };
        Assert.Equal((ClauseOutcome.Met, "It covers all 2 statements of level 2"), Said(ClauseRule.CoversTheLevel, facts));
        Assert.Equal(
            (ClauseOutcome.NotMet, "It does not cover statement L2.2 of level 2 and strand Domestic violence"),
            Said(ClauseRule.CoversTheLevel, facts with { Covered = ["L2.1"], CoveredStrands = [] }));
        Assert.Equal(ClauseOutcome.NeedsAPerson, Of(ClauseRule.CoversTheLevel, facts with { Statements = [] }).Outcome);
    }

    [Theory, InlineData(2_000, ClauseOutcome.Met), InlineData(2_000.10, ClauseOutcome.NotMet)]
    public void A_place_costs_no_more_than_the_reference_price(decimal pounds, ClauseOutcome expected)
    {
        var facts = Facts(cost: pounds) with { PricesAtLevel = [Money.OfPounds(50), Money.OfPounds(70)] };
        Assert.Equal(expected, Of(ClauseRule.PriceInLine, facts).Outcome);
        Assert.Contains(
            "courses on offer at this level cost £50 to £70", Of(ClauseRule.PriceInLine, facts).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Release_and_cover_are_no_part_of_the_price_of_a_place()
    {
        var request = Request(2, 3, 1_000);
        request.AddCost(new(CostKind.Backfill, null, 100, Money.OfPounds(30), 0, CostFunding.OwnBudget, 2026));
        Assert.Equal((Money.OfPounds(4_000), Money.OfPounds(100)), (request.Cost, request.PriceOfPlace));
    }

    [Fact]
    public void A_person_judges_what_is_said_and_stands_in_place_of_the_data()
    {
        var clause = Clause("K04", null, "How do survivors have a voice?");
        var facts = Facts();
        Assert.Equal((ClauseOutcome.NotMet, "Nothing is said about it"), Said(clause, facts, null));
        facts.Request.SayOf("K04", "They wrote it");
        Assert.Equal((ClauseOutcome.NeedsAPerson, "They wrote it"), Said(clause, facts, null));
        Assert.Equal(ClauseOutcome.Met, ClauseCheck.Of(clause, facts, Finding("K04", true)).Outcome);
        var price = Clause("K09", ClauseRule.PriceInLine, null);
        Assert.Equal("Cora", ClauseCheck.Of(price, Facts(cost: 9_000), Finding("K09", true)).By);
    }

    [Fact]
    public void A_published_clause_never_changes_and_its_draft_does()
    {
        var clause = Clause("K04", null, "How?");
        Assert.Throws<Refused>(() => clause.Say("Other", "", "How?"));
        var draft = clause.NextDraft();
        Assert.Equal((2, null), (draft.Number, draft.EffectiveFrom));
        Assert.Throws<Refused>(() => draft.Say("Other", "", null));
        draft.Say("Other", "A source", "Who?");
        Assert.Throws<Refused>(() => draft.Publish(Today, new(2020, 1, 1), Today));
        Assert.Throws<Refused>(() => draft.Publish(Today.AddDays(3), Today.AddDays(3), Today));
        draft.Publish(Today.AddDays(1), new(2020, 1, 1), Today);
        Assert.Throws<Refused>(() => draft.Say("Third", "", "Who?"));
    }

    private static ClauseStanding Of(ClauseRule rule, ClauseFacts facts) => ClauseCheck.Of(Clause("K01", rule, null), facts, null);

    private static (ClauseOutcome, string) Said(ClauseRule rule, ClauseFacts facts) => Said(Clause("K01", rule, null), facts, null);

    private static (ClauseOutcome, string) Said(Clause clause, ClauseFacts facts, ClauseFinding? finding) =>
        ClauseCheck.Of(clause, facts, finding) is var standing ? (standing.Outcome, standing.Evidence) : default;

    private static Clause Clause(string code, ClauseRule? rule, string? asks) =>
        Portal.Domain.Clause.InForceFrom(Partnership, code, code, "", "", rule, asks, new(2020, 1, 1));

    private static ClauseFinding Finding(string code, bool met) => new()
    {
        PartnershipId = Partnership, RequestId = Id<CommissioningRequest>.New(), ClauseCode = code, IsMet = met, By = "Cora", At = default,
    };

    private static ClauseFacts Facts(int level = 2, int? trainer = 3, DateOnly? accredited = null, decimal cost = 500) =>
        new(Request(level, trainer, cost), true, accredited, 4, $"{level}", ["L2.1"], ["L2.1"], ["DV"], [], [], Money.OfPounds(200),
            new Dictionary<string, string> { ["DV"] = "Domestic violence" });

    private static CommissioningRequest Request(int level, int? trainer, decimal cost)
    {
        var lead = new Viewer(Id<User>.New(), "Lead", Partnership, Role.TrainingLead);
        var request = CommissioningRequest.Start(lead, Id<Agency>.New(), 1, "Ask and act", default);
        request.SayNeed("Ask and act", "Nobody can ask", level);
        request.SayWhat(new(null, CourseMode.Room, ["DV"], ["L2.1"], null, 10, First, Last), Today);
        request.SayProvider(null, "A new provider", trainer);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(cost), 0, CostFunding.Partnership, 2026));
        return request;
    }
}
