using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Reminders;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class RemindingAgencies : InACycle
{
    private static readonly DateOnly DueOn = UkClock.DayOf(ReturnDesk.Due);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Desk.HasLeads();
    }

    [Fact]
    public async Task Tells_the_lead_14_7_and_2_days_before_and_the_executive_too_once_it_is_late()
    {
        await Desk.Opened();
        List<(int Days, string Subject, string To)> told = [];
        for (var day = Today; day <= DueOn.AddDays(20); day = day.AddDays(1))
            told.AddRange((await OnAsync(day)).Select(m => (day.DayNumber - DueOn.DayNumber, m.Subject, m.To)));
        var (tess, ed) = (Borough.Tess.Email!, Borough.Ed.Email!);
        Assert.Equal(
            [
                (-14, "A return is due on 14 December", tess), (-7, "A return is due on 14 December", tess),
                (-2, "A return is due on 14 December", tess),
                (1, "A return was due on 14 December", ed), (1, "A return was due on 14 December", tess)
            ], told);
    }

    [Fact]
    public async Task Of_several_that_were_missed_only_the_nearest_is_sent()
    {
        await Desk.Opened(ReturnDesk.Days(dueAt: UkClock.At(Today.AddDays(7), new(17, 0))));
        Assert.Single(await OnAsync(Today));
        Assert.Empty(await OnAsync(Today.AddDays(4)));
        Assert.Single(await OnAsync(Today.AddDays(6)));
        Assert.Empty(await OnAsync(Today.AddDays(7)));
    }

    [Fact]
    public async Task A_moved_date_is_reminded_of_anew()
    {
        var id = await Desk.Opened();
        Assert.Single(await OnAsync(DueOn.AddDays(-2)));
        var seen = await Desk.Version(id);
        await Desk.In((ExtendReturn extend) => extend.RunAsync(
            Borough.Commissioner, id, ReturnDesk.Due.AddDays(20), "The system was down", seen, default));
        Assert.Empty(await OnAsync(DueOn));
        Assert.Equal("A return is due on 3 January", Assert.Single(await OnAsync(DueOn.AddDays(6))).Subject);
        Assert.Empty(await OnAsync(DueOn.AddDays(7)));
        Assert.Single(await OnAsync(DueOn.AddDays(13)));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_sent_until_it_is_sent_back()
    {
        var id = await Desk.Opened();
        await Desk.Fill(id);
        await Desk.Send(id);
        Assert.Empty(await OnAsync(DueOn.AddDays(-7)));
        var seen = await Desk.Version(id);
        await Desk.In((SendBackReturn back) => back.RunAsync(Borough.Executive, id, "Name the owners", seen, default));
        Assert.Single(await OnAsync(DueOn.AddDays(-5)));
        await Desk.Send(id);
        Assert.Empty(await OnAsync(DueOn.AddDays(3)));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_an_old_cycle_beside_a_new_one_and_each_message_names_its_own()
    {
        var old = await Desk.Opened();
        var before = (await OnAsync(DueOn.AddDays(-7))).Count;
        Assert.Equal(1, before);
        await Desk.In(async (PortalDb db) =>
        {
            var (cycle, made) = (await db.Cycles.SingleAsync(), await db.Returns.SingleAsync(r => r.Id == old));
            var next = new Cycle
            {
                PartnershipId = cycle.PartnershipId, PhaseId = cycle.PhaseId, FrameworkId = cycle.FrameworkId, Title = "The second cycle",
                OpensOn = cycle.OpensOn.AddDays(1), CutOffOn = cycle.CutOffOn, DueAt = cycle.DueAt, EndsOn = cycle.EndsOn,
            };
            db.AddRange(next, new AgencyReturn
            {
                PartnershipId = made.PartnershipId, CycleId = next.Id, AgencyId = made.AgencyId, Number = 1, DueAt = made.DueAt,
                FiguresTakenAt = made.FiguresTakenAt,
            });
            await db.SaveAsync(Viewer.System(cycle.PartnershipId), "Prepared a test", default);
            return true;
        });
        Assert.Single(await OnAsync(DueOn.AddDays(-2)));
        Assert.Contains("It belongs to the cycle “The second cycle”.", (await Desk.Mail()).MaxBy(m => m.Id)!.Text);
    }

    /// <summary>What the job adds to the outbox when it runs on a morning, and again that afternoon.</summary>
    private async Task<List<(string Subject, string To)>> OnAsync(DateOnly day)
    {
        var before = (await Desk.Mail()).Select(m => m.Id).ToHashSet();
        foreach (var hour in new[] { 7, 15 })
        {
            Desk.Now = UkClock.At(day, new(hour, 30));
            await Desk.In((RemindReturnsJob job) => job.RunAsync(default));
        }
        return [.. (await Desk.Mail()).Where(m => !before.Contains(m.Id)).Select(m => (m.Subject, m.ToAddress))
            .OrderBy(m => m.ToAddress, StringComparer.Ordinal)];
    }
}
