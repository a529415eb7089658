using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Features.Standards;

public class OpeningAndClosingFlags
{
    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Opens_once_and_keeps_the_day_it_was_first_seen()
    {
        await using var borough = await UntrainedAsync();
        await borough.EvaluateAsync(Today.AddDays(-9));
        await borough.EvaluateAsync(Today.AddDays(-5));
        await borough.EvaluateAsync();
        var flag = Assert.Single(await borough.FlagsAsync());
        Assert.Equal(
            ("FLG-0001", Today.AddDays(-9), 1, Severity.High, FlagState.Open),
            (flag.Reference, flag.FirstSeenOn, flag.Occurrence, flag.Severity, flag.State));
        Assert.Equal(9, flag.AgeInDays(Today));
    }

    [Fact]
    public async Task Closes_by_itself_with_the_evidence_and_opens_again_as_the_second()
    {
        await using var borough = await UntrainedAsync();
        await borough.EvaluateAsync(new(2026, 1, 1));
        var person = (await borough.EveryoneAsync())[0];
        await borough.TrainedAsync(person, 1, new(2026, 1, 15), endsOn: new(2026, 6, 30));
        await borough.EvaluateAsync(new(2026, 2, 1));
        var closed = Assert.Single(await borough.FlagsAsync());
        Assert.Equal(
            (FlagState.Closed, new DateOnly(2026, 2, 1), "1 of 1 staff were at their required level on 1 February 2026"),
            (closed.State, closed.ClosedOn, closed.ClosedBecause));
        await borough.EvaluateAsync(new(2026, 7, 1));
        var flags = await borough.FlagsAsync();
        Assert.Equal(("FLG-0002", 2, new DateOnly(2026, 7, 1)), (flags[1].Reference, flags[1].Occurrence, flags[1].FirstSeenOn));
    }

    [Fact]
    public async Task Keeps_each_step_of_it_with_who_took_it_and_why()
    {
        await using var borough = await UntrainedAsync();
        await borough.EvaluateAsync(Today.AddDays(-9));
        await using (var change = borough.Database.Open())
        {
            (await change.Standards.SingleAsync()).Severity = Severity.Critical;
            await change.SaveAsync(Viewer.System(borough.Partnership.Id), "Prepared a test", default);
        }
        await borough.EvaluateAsync(Today.AddDays(-5));
        await borough.EvaluateAsync(Today.AddDays(-4));
        await borough.LeaveAsync(Today);
        await borough.EvaluateAsync();
        await using var db = borough.Database.Open();
        var flag = await db.Flags.Include(f => f.Events.OrderBy(e => e.Id)).SingleAsync();
        Assert.Equal([(FlagStep.Opened, null), (FlagStep.Weighed, "High to Critical"), (FlagStep.Closed, flag.ClosedBecause)],
            flag.Events.Select(e => (e.Step, e.Note)));
        Assert.All(flag.Events, e => Assert.Equal((borough.Database.Clock.Now, Role.System), (e.At, e.Role)));
        Assert.Equal(Severity.Critical, flag.Severity);
        var no = Assert.Throws<Refused>(() => flag.Close(Viewer.System(flag.PartnershipId), Today, "Again", default));
        Assert.Equal("This flag is already closed", no.Message);
    }

    [Fact]
    public async Task Stays_the_same_flag_while_partly_met()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        for (var i = 0; i < 5; i++) await borough.PersonAsync(needs: 1);
        await borough.EvaluateAsync(Today.AddDays(-1));
        foreach (var person in (await borough.EveryoneAsync())[..4]) await borough.TrainedAsync(person, 1, Today);
        await borough.EvaluateAsync();
        Assert.Equal(Outcome.PartlyMet, (await borough.ResultAsync("S06", level: 1)).Outcome);
        Assert.Null(Assert.Single(await borough.FlagsAsync()).ClosedOn);
    }

    [Fact]
    public async Task Unknown_neither_opens_nor_closes()
    {
        await using var borough = await UntrainedAsync();
        await borough.EvaluateAsync(Today);
        borough.Database.Time.Advance(TimeSpan.FromDays(200));
        await borough.PersonAsync(needs: 2);
        await borough.EvaluateAsync(Today.AddDays(100));
        Assert.Equal(Outcome.Unknown, (await borough.ResultAsync("S06", Today.AddDays(100), level: 1)).Outcome);
        Assert.Null(Assert.Single(await borough.FlagsAsync()).ClosedOn);
    }

    [Fact]
    public async Task Is_critical_from_level_3()
    {
        await using var borough = await UntrainedAsync();
        await borough.PersonAsync(needs: 3);
        await borough.EvaluateAsync();
        Assert.Equal([Severity.High, Severity.Critical], (await borough.FlagsAsync()).OrderBy(f => f.Level).Select(f => f.Severity));
    }

    [Fact]
    public async Task Closes_when_the_standard_no_longer_applies()
    {
        await using var borough = await UntrainedAsync();
        await borough.EvaluateAsync(Today.AddDays(-1));
        await borough.LeaveAsync(Today);
        await borough.EvaluateAsync();
        Assert.Equal(
            "Not applicable on 16 November 2026: Nobody’s job needs this level", Assert.Single(await borough.FlagsAsync()).ClosedBecause);
    }

    private static async Task<Borough> UntrainedAsync()
    {
        var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.PersonAsync(needs: 1);
        return borough;
    }
}
