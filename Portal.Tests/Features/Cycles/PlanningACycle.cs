using Portal.Features.Cycles;
using Portal.Features.Returns.Opening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Cycles;

public sealed class PlanningACycle : InACycle
{
    private static readonly DateOnly Next = Today.AddYears(1);

    public static TheoryData<PlanCycle.Entry, string> Impossible => new()
    {
        { ReturnDesk.Days(opensOn: Today.AddDays(-1)), "The opening must be today or later" },
        {
            ReturnDesk.Days(dueAt: UkClock.At(Today.AddDays(6), new(17, 0))),
            "Agencies need at least a week: the due date must be 7 days or more after the opening"
        },
        {
            ReturnDesk.Days(dueAt: UkClock.At(Today.AddDays(400), new(17, 0)), endsOn: Today.AddDays(500)),
            "The due date must be within a year of the opening"
        },
        { ReturnDesk.Days(cutOffOn: Today.AddDays(29)), "The cut-off must be on or before the due date" },
        { ReturnDesk.Days(cutOffOn: Today.AddDays(-400)), "The cut-off must be within the year before the opening" },
        { ReturnDesk.Days(endsOn: Today.AddDays(27)), "The end of the cycle must be on or after the due date" },
        { ReturnDesk.Days(endsOn: Today.AddYears(4)), "A cycle lasts at most three years" },
    };

    [Theory, MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public async Task Refuses_days_that_make_no_sense(PlanCycle.Entry days, string sentence) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<Refused>(() => Desk.Plan(days))).Message);

    [Fact]
    public async Task Says_which_cycle_the_phase_already_has_in_these_days()
    {
        await Desk.Plan();
        var no = await Assert.ThrowsAsync<Refused>(() => Desk.Plan(ReturnDesk.Days(
            opensOn: Today.AddDays(60), cutOffOn: Today.AddDays(60), dueAt: ReturnDesk.Due.AddDays(60), endsOn: Next)));
        Assert.Equal("“Phase 1, 2026” of phase 1 runs until 16 September 2027. Open this one after it", no.Message);
    }

    [Fact]
    public async Task Is_changed_until_it_opens_and_not_into_the_days_of_another()
    {
        var first = await Desk.Plan();
        var second = await Desk.Plan(Later());
        var asked = await QuestionsOfAsync(second);
        Assert.StartsWith(
            "“Phase 1, 2026” of phase 1 runs until",
            await Desk.Refuses((ChangeCycle change) => change.RunAsync(
                Borough.Commissioner, second,
                Later() with { OpensOn = Today.AddMonths(5), CutOffOn = Today.AddMonths(5), DueAt = ReturnDesk.Due.AddMonths(6) }, asked, 0,
                default)));
        Assert.Equal(
            "The opening must be today or later",
            await Desk.Refuses((ChangeCycle change) => change.RunAsync(
                Borough.Commissioner, second, Later() with { OpensOn = Today.AddDays(-3) }, asked, 0, default)));
        Assert.Equal(
            "Ask at least one question",
            await Desk.Refuses((ChangeCycle change) => change.RunAsync(Borough.Commissioner, second, Later(), [], 0, default)));
        await Desk.In((ChangeCycle change) => change.RunAsync(
            Borough.Commissioner, second, Later() with { Title = "Phase 1, a year on" }, [asked[0], asked[1]], 0, default));
        Assert.Equal(
            "Someone changed this while you were looking. Check it and try again",
            await Desk.Refuses((ChangeCycle change) => change.RunAsync(Borough.Commissioner, second, Later(), asked, 0, default)));
        Assert.Equal(2, (await QuestionsOfAsync(second)).Count);
        await Desk.In((OpenCycle open) => open.RunAsync(Borough.Commissioner, first, default));
        Assert.StartsWith(
            "This cycle is open",
            await Desk.Refuses((ChangeCycle change) => change.RunAsync(
                Borough.Commissioner, first, ReturnDesk.Days(title: "Other"), asked, 1, default)));
    }

    [Fact]
    public async Task Is_for_the_commissioner_alone() =>
        Assert.Equal(
            "Your role does not allow this",
            await Desk.Refuses((PlanCycle plan) => plan.RunAsync(Borough.Lead, Borough.Phase.Id, ReturnDesk.Days(), default)));

    private static PlanCycle.Entry Later() => ReturnDesk.Days(
        opensOn: Next, cutOffOn: Next, dueAt: ReturnDesk.Due.AddYears(1), endsOn: Next.AddMonths(10), title: "Phase 1, 2027");

    private async Task<List<Id<CycleQuestion>>> QuestionsOfAsync(Id<Cycle> cycle) =>
        [.. (await Desk.In((CycleView view) => view.RunAsync(Borough.Commissioner, cycle, default)))!.Cycle.Questions.Select(q => q.Id)];
}
