using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Register;

public sealed class TellingOfNoShows : AtTheRunDesk
{
    [Fact]
    public async Task Is_done_once_the_day_after_and_not_at_each_click()
    {
        var manager = await Borough.HasAsync(Database, "Mo Manager", Borough.Officer, email: "mo@brambleford.example");
        var ann = await Borough.HasAsync(Database, "Ann", Borough.Officer, manager: manager);
        await SaveAsync(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
        var run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
        var booking = await Asks(run, ann);
        Now = run.EndsAt;
        foreach (var mark in new[] { BookingState.DidNotAttend, BookingState.Excused, BookingState.DidNotAttend })
            await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [booking.Id], mark, None));
        Assert.Null(await Job());
        Assert.Empty(await Mails<NoShowMail>());

        Now = Now.AddDays(1);
        Assert.Equal("Sent 2 messages", await Job());
        Assert.Null(await Job());
        var told = await Mails<NoShowMail>();
        Assert.Equal(["mo@brambleford.example", "tess.lead@brambleford.example"], told.Select(m => m.ToAddress));
        Assert.All(told, m => Assert.DoesNotContain("Ann", m.Subject, StringComparison.Ordinal));
        Assert.Contains("Ann had a place on “Ask and act” on 16 November 2026", told[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_who_was_excused_nor_of_a_register_marked_much_later()
    {
        await SaveAsync(Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
        var run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
        var (excused, missed) = (await Asks(run, "Ann"), await Asks(run, "Ben"));
        Now = run.EndsAt;
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [excused.Id], BookingState.Excused, None));
        Now = Now.AddDays(1);
        Assert.Null(await Job());
        Now = Now.AddDays(TellOfNoShowsJob.Days);
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [missed.Id], BookingState.DidNotAttend, None));
        Assert.Null(await Job());
    }

    [Fact]
    public async Task Home_asks_for_the_register_until_everyone_is_marked()
    {
        var run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
        var booking = await Asks(run, "Ann");
        Assert.Empty(await Tasks());
        Now = run.StartsAt;
        Assert.Equal("Mark the register of Ask and act on 16 November 2026", Assert.Single(await Tasks()).Title);
        Assert.Empty(await Tasks(Administrator));
        Now = run.EndsAt.AddDays(8);
        Assert.Single(await Tasks(Administrator));
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [booking.Id], BookingState.Attended, None));
        Assert.Empty(await Tasks());
    }

    private Task<string?> Job() => In((TellOfNoShowsJob job) => job.RunAsync(None));

    private Task<IReadOnlyList<Portal.Features.Hubs.HomeTask>> Tasks(Viewer? viewer = null) =>
        In((RegisterTasks tasks) => tasks.RunAsync(viewer ?? Gives, None));
}
