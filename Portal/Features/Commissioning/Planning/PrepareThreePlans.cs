using Portal.Features.Returns.Totals;

namespace Portal.Features.Commissioning.Planning;

/// <summary>
/// Asks for the three plans of the options paper, over the same months and courses: with the money that is secured, with what boards were
/// asked for besides, and with what closing the whole gap costs. What there is no money or no cost for is left out; refused without any.
/// </summary>
public sealed class PrepareThreePlans(PlanFacts facts, BoroughFigures gap, AskForPlan ask, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, int months, CancellationToken cancel)
    {
        var (found, cost) = (await facts.RunAsync(viewer, cancel), (await gap.RunAsync(viewer, cancel)).Cost);
        var form = PlanQuestions.Begin(found);
        form.Months = months;
        var (secured, asked) = (form.Sources.Exists(s => s.Use), form.Sources.Exists(s => !s.Use));
        List<PlanAsked> plans = [];
        if (secured) Ask("Secured money");
        foreach (var line in form.Sources) line.Use = true;
        if (asked) Ask(secured ? "Secured money and what is asked" : "What is asked");
        if (cost > Money.Zero)
        {
            form.OtherAmount = cost < FundingSource.Most ? cost : FundingSource.Most;
            form.Sources.Clear();
            Ask("The whole gap");
        }
        if (plans.Count == 0)
            throw new Refused("There is nothing to plan with: the ledger has no money free, and no signed return says what the gap costs");
        await ask.RunAsync(viewer, plans, cancel);

        void Ask(string plan)
        {
            form.Name = $"{plan}, {Words.Day(clock.Today)}";
            plans.Add(new(found, form));
        }
    }
}
