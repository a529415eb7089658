using Microsoft.EntityFrameworkCore;
using Portal.Features.Standards;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class JudgingReturns : InACycle
{
    private static readonly DateOnly DueOn = UkClock.DayOf(ReturnDesk.Due);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        await using var db = Database.Open();
        foreach (var (code, measure) in new[] { ("S03", "AssessmentReturned"), ("S04", "GapsCosted"), ("S05", "GapsPlanned") })
            db.Add(code == "S03" ? Given.Standard(Borough.Partnership.Id, code, measure, metAt: null, partlyAt: null)
                : Given.Standard(Borough.Partnership.Id, code, measure, metAt: 100, partlyAt: 80));
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }

    [Fact]
    public async Task Nothing_is_asked_before_any_cycle()
    {
        Assert.Equal([Outcome.NotApplicable, Outcome.NotApplicable, Outcome.NotApplicable], await OnAsync(Today));
        Assert.Equal("No assessment has been asked for yet", (await ResultAsync("S03")).Note);
    }

    [Fact]
    public async Task The_due_day_belongs_to_the_agency_and_the_day_after_it_is_not_returned()
    {
        await Desk.Opened();
        Assert.Equal([Outcome.NotYetDue, Outcome.Unknown, Outcome.Unknown], await OnAsync(Today));
        Assert.Equal(Outcome.NotYetDue, (await OnAsync(DueOn))[0]);
        Assert.Empty(await FlagsAsync());
        Assert.Equal(Outcome.NotMet, (await OnAsync(DueOn.AddDays(1)))[0]);
        Assert.Equal("Not returned; it was due on 14 December 2026", (await ResultAsync("S03")).Note);
    }

    [Theory]
    [InlineData(1, Outcome.PartlyMet)]
    // Ten working days after 14 December 2026, past Christmas and the bank holidays.
    [InlineData(16, Outcome.PartlyMet)]
    [InlineData(17, Outcome.NotMet)]
    public async Task Up_to_ten_working_days_late_is_partly_met(int days, Outcome outcome)
    {
        var id = await Desk.Opened();
        Desk.Now = ReturnDesk.Due.AddDays(days);
        await Desk.Submit(id);
        Assert.Equal(outcome, (await OnAsync(DueOn.AddDays(days)))[0]);
    }

    [Fact]
    public async Task A_return_sent_on_time_is_met_once_it_is_signed_whenever_that_is()
    {
        var id = await Desk.Opened();
        await Desk.Fill(id);
        Desk.Now = ReturnDesk.Due;
        await Desk.Send(id);
        Assert.Equal(Outcome.PartlyMet, (await OnAsync(DueOn.AddDays(5)))[0]);
        Assert.Equal("Returned on time, not signed by the executive lead", (await ResultAsync("S03")).Note);
        await Desk.Sign(id);
        Assert.Equal(Outcome.Met, (await OnAsync(DueOn.AddDays(6)))[0]);
    }

    [Fact]
    public async Task A_flag_opens_when_nothing_comes_and_closes_by_the_signed_return()
    {
        var id = await Desk.Opened();
        await OnAsync(DueOn.AddDays(1));
        var flag = Assert.Single(await FlagsAsync());
        Assert.Equal(("S03", DueOn.AddDays(1), null), (flag.StandardCode, flag.FirstSeenOn, flag.ClosedOn));
        var seen = await Desk.Version(id);
        await Desk.In((Portal.Features.Returns.Handing.ExtendReturn extend) => extend.RunAsync(
            Borough.Commissioner, id, ReturnDesk.Due.AddDays(14), "The system was down", seen, default));
        await Desk.Submit(id);
        await OnAsync(DueOn.AddDays(2));
        flag = (await FlagsAsync()).Single(f => f.StandardCode == "S03");
        Assert.Equal((DueOn.AddDays(2), FlagState.Closed), (flag.ClosedOn, flag.State));
    }

    [Fact]
    public async Task Gaps_are_judged_by_what_was_sent()
    {
        var id = await Desk.Opened();
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, lines["OFFICER"]);
        await Desk.Cost(id, action, 2, 70);
        var unowned = await Desk.Plan(id, owner: null, lines["RECEPTION"]);
        await Desk.Submit(id);
        // One of two: so few are judged by count.
        Assert.Equal([Outcome.Met, Outcome.PartlyMet, Outcome.PartlyMet], await OnAsync(Today));
        Assert.Equal(
            (1, 2, "1 action has no owner yet"),
            await ResultAsync("S05") is var planned ? (planned.Numerator, planned.Denominator, planned.Note) : default);

        await Desk.RequestChanges(id, "Name the owner and cost the rest");
        await Desk.Cost(id, unowned, 2, 15);
        Assert.Equal(Outcome.PartlyMet, (await OnAsync(Today.AddDays(1)))[1]);
        await Desk.In(async (Portal.Features.Returns.Sections.SaveAction save) => await save.RunAsync(
            Borough.Lead, id, unowned, new(ActionRoute.ELearning, null, "Head of learning", Today.AddMonths(2), 2, [lines["RECEPTION"].Id]),
            0, default));
        await Desk.Send(id);
        await Desk.Sign(id);
        Assert.Equal([Outcome.Met, Outcome.Met, Outcome.Met], await OnAsync(Today.AddDays(2)));
        Assert.All(await FlagsAsync(), f => Assert.NotNull(f.ClosedOn));
    }

    /// <summary>How the housing agency stands on the three standards after that day's evaluation.</summary>
    private async Task<List<Outcome>> OnAsync(DateOnly day)
    {
        var morning = UkClock.At(day, new(9, 0));
        if (Desk.Now < morning) Desk.Now = morning;
        await Desk.In((EvaluateStandards evaluate) => evaluate.RunAsync(Viewer.System(Borough.Partnership.Id), day, default));
        return [(await ResultAsync("S03")).Outcome, (await ResultAsync("S04")).Outcome, (await ResultAsync("S05")).Outcome];
    }

    private async Task<StandardResult> ResultAsync(string code)
    {
        await using var db = Database.Open();
        return await db.StandardResults.AsNoTracking()
            .SingleAsync(r => r.AgencyId == Borough.Homes.Id && r.StandardCode == code && r.Until == null);
    }

    private async Task<List<Flag>> FlagsAsync()
    {
        await using var db = Database.Open();
        return await db.Flags.AsNoTracking().Where(f => f.AgencyId == Borough.Homes.Id).OrderBy(f => f.Reference).ToListAsync();
    }
}
