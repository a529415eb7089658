using Portal.Features.Commissioning.Planning;
using Portal.Features.Commissioning.Planning.Solving;

namespace Portal.Tests.Features.Commissioning.Planning;

/// <summary>Small questions whose answer can be worked out on paper, and the sentences that come of it.</summary>
public sealed class SayingWhatAPlanComesTo
{
    private static readonly PlanAgency Homes = new(Id<Agency>.New(), "Brambleford Homes", AgencyType.Housing);
    private static readonly PlanAgency Clinic = new(Id<Agency>.New(), "Brook Lane Clinic", AgencyType.Health);

    [Fact]
    public void What_it_reaches_what_it_costs_why_not_more_and_what_the_next_1000_would_do()
    {
        var question = Question(2_500);
        Assert.Equal(
        [
            "With £2,500, 20 of 32 people below their level can be brought to it. That costs £2,000 and leaves £500.",
            "Still below their level: 8 at level 1 and 4 at level 2.", "It buys 2 dates.",
            "Why not more? The money ends. If it did not, 12 more people would be brought to their level.",
            "With the next £1,000, 8 more people would be brought to their level.", "No other plan reaches more.",
        ], Sentences(question));
    }

    [Fact]
    public void Dates_of_a_month_stop_a_plan_that_has_money_enough()
    {
        var question = Question(50_000, new(RunsAMonth: 1)) with { Months = 2 };
        var sentences = Sentences(question);
        Assert.Contains("Why not more? It keeps to at most 1 date a month. Without that, 12 more people would be brought to their level.",
            sentences);
        Assert.Contains("The next £1,000 would bring nobody more to their level.", sentences);
    }

    [Fact]
    public void Who_counts_more_comes_first_and_is_said_to_count_so()
    {
        var question = Question(1_000, new(CriticalWeight: 5));
        var answer = Answer(question);
        Assert.Equal(4, answer.Best.People());
        Assert.Contains(
            PlanSentences.Of(question, answer), s => s.Contains("one in a critical job counting as 5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_share_that_must_be_reached_comes_before_more_people_who_are_not_of_it()
    {
        var question = Question(2_000, new(CriticalPercent: 70));
        var answer = Answer(question);
        Assert.Equal((20, 14), (answer.Greedy.People(), answer.Best.People()));
        Assert.Contains("Why not more? It keeps to at least 70% of the people in critical jobs at their level. Without that, 6 more people "
            + "would be brought to their level.", PlanSentences.Of(question, answer));
        Assert.Equal("Does not keep to: at least 70% of the people in critical jobs at their level",
            new PlanSummary(question, answer, seesFew: true).Compared[1].Note);
    }

    [Fact]
    public void Everyone_reached_leaves_nobody_below_and_nothing_to_ask()
    {
        var sentences = Sentences(Question(10_000));
        Assert.Contains("Nobody stays below their level.", sentences);
        Assert.DoesNotContain(sentences, s => s.StartsWith("Why not more?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_level_without_a_course_is_named()
    {
        var question = Question(10_000);
        Assert.Contains("No course of the plan leads to level 2.", Sentences(question with { Offers = [question.Offers[0]] }));
    }

    [Fact]
    public void Limits_that_cannot_be_kept_together_are_named_and_no_others()
    {
        var question = Question(1_000, new(RunsAMonth: 5, CriticalPercent: 90, AgencyPercent: 10));
        Assert.Equal(
        [
            "There is no such plan. These cannot be kept together: £1,000 of money and no agency under 10%.",
            "More money or a lower share would make a plan possible.",
        ], Sentences(question with { Groups = [new(0, 1, 28, 28, false), new(1, 2, 4, 4, false)] }));

        Assert.Equal(
        [
            "There is no such plan. These cannot be kept together: at most 1 date a month and no agency under 100%.",
            "More dates, other courses or a lower share would make a plan possible.",
        ], Sentences(Question(50_000, new(RunsAMonth: 1, AgencyPercent: 100)) with { Months = 1 }));
    }

    [Fact]
    public void A_share_that_no_course_can_reach_says_how_far_they_come()
    {
        var question = Question(50_000, new(CriticalPercent: 90));
        Assert.Equal(
        [
            "There is no such plan: at least 90% of the people in critical jobs at their level cannot be reached with the courses chosen, "
                + "whatever they cost.",
            "At most 6 of the 10 people in critical jobs can hold their level within the rest.",
            "More dates, other courses or a lower share would make a plan possible.",
        ], Sentences(question with { Offers = [question.Offers[0]] }));
    }

    [Fact]
    public void People_who_are_trained_to_teach_give_their_places_only_later()
    {
        var trains = new PlanOffer("T", "Training our own trainers", 1, Money.Zero, Money.OfPounds(500), 28, Delay: 3);
        var question = Question(500) with { Offers = [trains] };
        Assert.Equal(28, Answer(question).Best.People());
        Assert.Equal(0, Answer(question with { Months = 3 }).Best.People());
        var answer = Answer(question with { Months = 4 });
        Assert.Equal([(1, 1, 0), (4, 0, 28)],
            answer.Best.Purchases.OrderBy(p => p.Month).Select(p => (p.Month, p.Runs, p.Places.Values.Sum())));
    }

    [Fact]
    public void Money_for_one_kind_of_agency_pays_the_places_of_its_people_alone()
    {
        var place = new PlanOffer("P", "By the place", 1, Money.OfPounds(10), Money.Zero, 30);
        var question = Question(0) with
        {
            Sources = [new("For housing", Money.OfPounds(1_000), 1, 12, null, AgencyType.Housing)],
            Offers = [place],
        };
        var answer = Answer(question);
        Assert.Equal([(0, 18)], answer.Best.Given.Select(g => (g.Group, g.People)));
        Assert.Equal(0, Answer(question with { Offers = [place with { Price = Money.Zero, PerRun = Money.OfPounds(10) }] }).Best.People());
    }

    [Fact]
    public void Dates_that_cost_nothing_are_bought_for_somebody_alone()
    {
        var question = Question(1_000);
        question = question with
        {
            Offers = [.. question.Offers.Select(o => o with { Price = Money.OfPounds(5), PerRun = Money.Zero })],
        };
        var answer = Answer(question);
        Assert.Equal((32, 4), (answer.Best.People(), answer.Best.Purchases.Sum(p => p.Runs)));
    }

    [Fact]
    public void Few_people_are_not_counted_out_to_whoever_may_not_see_whose_they_are()
    {
        var question = Question(10_000);
        var answer = Answer(question);
        var (open, closed) = (new PlanSummary(question, answer, seesFew: true), new PlanSummary(question, answer, seesFew: false));
        Assert.Equal(("4", "fewer than 5"), (open.Levels[1].Brought, closed.Levels[1].Brought));
        Assert.Equal("0", closed.Levels[1].Left);
        var less = new PlanSummary(Question(3_000), Answer(Question(3_000)), seesFew: false);
        Assert.DoesNotContain(
            closed.Sentences.Concat(less.Sentences), s => System.Text.RegularExpressions.Regex.IsMatch(s, @"\b[1-4] (at level|of|more p)"));
        Assert.Contains(closed.Agencies, a => a.Agency == "Brook Lane Clinic" && a.Brought == "10");
    }

    /// <summary>28 below level 1 at two agencies, 4 of 10 below level 2, which is critical; a date of ten costs £1,000 at either.</summary>
    private static PlanQuestion Question(decimal pounds, PlanLimits? limits = null) => new(
        12, [new("Budget", Money.OfPounds(pounds), 1, 12)],
        [
            new("A", "Recognise", 1, Money.Zero, Money.OfPounds(1_000), 10),
            new("B", "Ask and act", 2, Money.Zero, Money.OfPounds(1_000), 10),
        ],
        [Homes, Clinic], [new(0, 1, 30, 18, false), new(1, 1, 20, 10, false), new(0, 2, 10, 4, true)], limits ?? new())
    {
        From = new(2026, 12, 1), Levels = [new(1, "1"), new(2, "2")],
    };

    private static IReadOnlyList<string> Sentences(PlanQuestion question) => PlanSentences.Of(question, Answer(question));

    private static PlanAnswer Answer(PlanQuestion question) =>
        PlanSolver.AnswerAsync(question, TimeSpan.FromMinutes(5), _ => Task.CompletedTask, default).Result;
}
