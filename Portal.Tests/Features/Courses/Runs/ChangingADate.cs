using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Organising;
using Portal.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Runs;

public sealed class ChangingADate : AtTheRunDesk
{
    private CourseRun run = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        run = await SaveAsync(Given.Run(Course, places: 2));
    }

    [Fact]
    public async Task Of_time_tells_everyone_booked_and_waiting_once()
    {
        var bookings = new[] { await Asks(run, "Ann"), await Asks(run, "Ben"), await Asks(run, "Cleo") };
        await Change(run, e => e with { Sessions = [e.Sessions[0] with { Starts = new(10, 30) }] });
        var told = await Mails<RunChangedMail>();
        Assert.Equal(["ann@brambleford.example", "ben@brambleford.example", "cleo@brambleford.example"], told.Select(m => m.ToAddress));
        Assert.All(told, m => Assert.DoesNotContain(Course.Title, m.Subject, StringComparison.Ordinal));
        Assert.Contains("It is now 10:30am to 4pm on 16 December 2026.", told[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            [BookingState.Booked, BookingState.Booked, BookingState.Waiting],
            [await StateOf(bookings[0]), await StateOf(bookings[1]), await StateOf(bookings[2])]);
        Assert.Equal(
            (1, 1), await Read(async db => ((await db.CourseRuns.SingleAsync()).Sequence, await db.Set<RunSession>().CountAsync())));
    }

    [Fact]
    public async Task Of_anything_else_tells_nobody()
    {
        await Asks(run, "Ann");
        await Change(run, e => e with { Terms = e.Terms with { JoiningInstructions = "Bring a pen" } });
        Assert.Empty(await Mails<RunChangedMail>());
    }

    [Fact]
    public async Task To_more_places_offers_them_to_the_first_who_waits()
    {
        await Asks(run, "Ann");
        await Asks(run, "Ben");
        var (cleo, dan) = (await Asks(run, "Cleo"), await Asks(run, "Dan"));
        await Change(run, e => e with { Terms = e.Terms with { MaxPlaces = 3 } });
        Assert.Equal((BookingState.Offered, BookingState.Waiting), (await StateOf(cleo), await StateOf(dan)));
    }

    [Fact]
    public async Task To_fewer_places_than_are_taken_is_refused()
    {
        await Asks(run, "Ann");
        await Asks(run, "Ben");
        var no = await Assert.ThrowsAsync<Refused>(() => Change(run, e => e with { Terms = e.Terms with { MaxPlaces = 1 } }));
        Assert.Equal(("2 places are booked or offered already, so there cannot be fewer", "MaxPlaces"), (no.Message, no.Field));
    }

    [Fact]
    public async Task Of_kept_places_and_trainers_replaces_what_was()
    {
        PlanRun.Entry Keeping(PlanRun.Entry e, int homes, int clinic) => e with
        {
            Kept = new Dictionary<Id<Agency>, int> { [Borough.Homes.Id] = homes, [Borough.Clinic.Id] = clinic },
            Terms = e.Terms with { ReleaseOn = Given.Today.AddDays(9) },
            Trainers = homes == 0 ? [] : [Trainer.Id],
        };
        await Change(run, e => Keeping(e, 1, 1));
        await Change(run, e => Keeping(e, 2, 0));
        var kept = Assert.Single(await Read(db => db.Set<RunAllocation>().ToListAsync()));
        Assert.Equal((Borough.Homes.Id, 2), (kept.AgencyId, kept.Places));
        Assert.Single((await In((RunView runs) => runs.RunAsync(Gives, run.Id, None)))!.Trainers);
        await Change(run, e => Keeping(e, 0, 1));
        Assert.Empty((await In((RunView runs) => runs.RunAsync(Gives, run.Id, None)))!.Trainers);
    }

    [Fact]
    public async Task Is_for_those_who_run_the_course()
    {
        var inHouse = await SaveAsync(ACourse("H01", Provider, Borough.Homes));
        var own = await SaveAsync(Given.Run(inHouse));
        await Change(own, e => e, Borough.Lead);
        await Change(run, e => e, Administrator);
        foreach (var (stranger, at) in new[]
        {
            (Borough.Lead, run), (Borough.OtherLead, own), (Gives with { ProviderId = Id<Provider>.New() }, run)
        })
            Assert.Equal(
                "This date is not within your reach", (await Assert.ThrowsAsync<Refused>(() => Change(at, e => e, stranger))).Message);
    }

    [Fact]
    public async Task Is_refused_when_somebody_else_was_quicker()
    {
        var (entry, version) = await FormOf(run);
        await Change(run, e => e with { Terms = e.Terms with { MaxPlaces = 5 } });
        Assert.StartsWith("Someone changed this", await Refuses((ChangeRun change) => change.RunAsync(Gives, run.Id, entry, version, None)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_only_trainers_of_its_provider_and_agencies_of_the_partnership()
    {
        Assert.Equal("Select people of the course’s provider",
            (await Assert.ThrowsAsync<Refused>(() => Change(run, e => e with { Trainers = [Borough.Tess.Id] }))).Message);
        Assert.Equal("Select an agency of the partnership", (await Assert.ThrowsAsync<Refused>(() => Change(run,
            e => e with { Kept = new Dictionary<Id<Agency>, int> { [Id<Agency>.New()] = 1 } }))).Message);
    }

    [Fact]
    public async Task Or_cancelling_it_ends_every_turn_without_a_charge_and_tells_why()
    {
        var bookings = new[] { await Asks(run, "Ann"), await Asks(run, "Ben"), await Asks(run, "Cleo") };
        Assert.Equal(
            "Enter a sentence for those who are booked", await Refuses((CancelRun cancel) => cancel.RunAsync(Gives, run.Id, null, None)));
        await In((CancelRun cancel) => cancel.RunAsync(Gives, run.Id, "The trainer is ill.", None));
        foreach (var booking in bookings) Assert.Equal(BookingState.Cancelled, await StateOf(booking));
        var told = await Mails<RunCancelledMail>();
        Assert.Equal(3, told.Count);
        Assert.Contains("The trainer is ill.", told[0].Text, StringComparison.Ordinal);
        Assert.Equal(Money.Zero, (await In((RunFigures figures) => figures.RunAsync(Gives, [run.Id], None)))[run.Id].Charged);
        Assert.Equal(
            "This date has been cancelled already", await Refuses((CancelRun cancel) => cancel.RunAsync(Gives, run.Id, "Again", None)));
    }
}
