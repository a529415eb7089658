using System.Diagnostics;
using Portal.Features.Commissioning.Planning.Solving;

namespace Portal.Benchmarks;

/// <summary>
/// The best use of money, at the size of one borough and of all of London at once, beside the plan that is made by hand. The questions are
/// made up: nothing of them is in a database.
/// </summary>
internal static class OptimiseBenchmark
{
    private static readonly AgencyType[] Kinds = Enum.GetValues<AgencyType>();

    public static async Task RunAsync(Options options)
    {
        var table = new Table(
            "question", "agencies", "people below", "runs", "all parts, median s", "p95 s", "by hand s", "people by hand", "people",
            "at most");
        foreach (var (name, agencies, pounds) in new[] { ("borough", 260, 60_000m), ("london", 8_320, 1_900_000m) })
            foreach (var (limits, kind) in new[]
            {
                (new PlanLimits(6 * agencies / 260), "money, dates"),
                (new PlanLimits(9 * agencies / 260, CriticalPercent: 80), "a share"),
                (new PlanLimits(AgencyPercent: 60), "no agency under a share"),
            })
            {
                var (question, took) = (Question(agencies, pounds, limits), new List<double>());
                PlanAnswer answer = null!;
                for (var run = 0; run < options.Runs; run++)
                {
                    var began = Stopwatch.GetTimestamp();
                    answer = await PlanSolver.AnswerAsync(question, PlanSolver.Limit, _ => Task.CompletedTask, CancellationToken.None);
                    took.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
                }
                var start = Stopwatch.GetTimestamp();
                var greedy = GreedyPlan.Of(question);
                var (byHand, all) = (Stopwatch.GetElapsedTime(start).TotalSeconds, new Sample([.. took]));
                table.Add($"{name}: {kind}", agencies, question.Below(), options.Runs, all.Median, all.P95, byHand, greedy.People(),
                    answer.Conflict is null ? answer.Best.People() : "no plan", answer.Conflict is null ? answer.Most : "–");
            }
        table.Print("The best use of money");
    }

    private static PlanQuestion Question(int agencies, decimal pounds, PlanLimits limits)
    {
        var random = new Random(1);
        PlanAgency[] named = [.. Enumerable.Range(0, agencies)
            .Select(i => new PlanAgency(Id<Agency>.New(), $"Agency {i}", Kinds[random.Next(Kinds.Length)]))];
        PlanGroup[] groups = [.. from agency in Enumerable.Range(0, agencies)
                                 from level in Enumerable.Range(1, 4)
                                 let people = random.Next(1, 120 / level)
                                 select new PlanGroup(agency, level, people, random.Next(0, people / 2 + 1), level >= 3)];
        PlanOffer[] offers = [.. Enumerable.Range(0, 16).Select(i => (i % 4) switch
        {
            3 => new PlanOffer($"C{i}", "E-learning", 1 + (i % 2), Money.OfPounds(random.Next(15, 40)), Money.Zero, null),
            2 => new PlanOffer($"C{i}", "By the place", 1 + random.Next(4), Money.OfPounds(random.Next(60, 220)), Money.Zero, 16),
            _ => new PlanOffer($"C{i}", "By the date", 1 + (i / 4), Money.Zero, Money.OfPounds(random.Next(600, 1_900)),
                random.Next(10, 24)),
        })];
        var third = Money.OfPounds(pounds).Times(1 / 3m);
        return new(12, [new("Budget", third, 1, 12), new("Grant", third, 1, 4), new("For health", third, 3, 9, null, AgencyType.Health)],
            offers, named, groups, limits);
    }
}
