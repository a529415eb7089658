using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Organising;
using Portal.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Runs;

public sealed class OrganisingDates : AtTheRunDesk
{
    [Fact]
    public async Task Each_sees_the_dates_that_are_theirs()
    {
        var other = new Provider { PartnershipId = Borough.Partnership.Id, Name = "Lantern", Email = "training@lantern.example" };
        var (theirs, inHouse) = (ACourse("C07", other), ACourse("H01", Provider, Borough.Homes));
        await SaveAsync(other, theirs, inHouse);
        await SaveAsync(Given.Run(Course), Given.Run(theirs), Given.Run(inHouse));
        async Task<string> Codes(Viewer viewer) => string.Join(' ',
            (await In((RunList list) => list.RunAsync(viewer, new(), None))).Rows.Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.Equal("C04 H01", await Codes(Gives));
        Assert.Equal("H01", await Codes(Borough.Lead));
        Assert.Equal("", await Codes(Borough.OtherLead));
        Assert.Equal("C04 C07 H01", await Codes(Administrator));
    }

    [Fact]
    public async Task The_money_follows_the_policy_and_can_be_waived_without_a_reason()
    {
        var run = await SaveAsync(Given.Run(Course, Given.Today, lateFee: Money.OfPounds(80), noShowFee: Money.OfPounds(100)));
        Now = run.OpensAt;
        var (late, missed, came) = (await Asks(run, "Ann"), await Asks(run, "Ben"), await Asks(run, "Cleo", Borough.Clinic));
        Now = run.LateFrom;
        await Mark(run, b => b.Id == late.Id, (b, r) => b.Cancel(r, Administrator, Now));
        Now = run.EndsAt;
        await Mark(run, b => b.Id == missed.Id, (b, r) => b.Mark(BookingState.DidNotAttend, r, Administrator, Now));
        await Mark(run, b => b.Id == came.Id, (b, r) => b.Mark(BookingState.Attended, r, Administrator, Now));
        Assert.Equal(Money.OfPounds(80 + 100 + 70), await Charged());
        var agencies = await In((AgencyFigures figures) => figures.RunAsync(Gives, null, None));
        Assert.Equal(
            [new("Brambleford Homes", 2, 0, 1, 1, Money.OfPounds(180)), new("Brook Lane Clinic", 1, 1, 0, 0, Money.OfPounds(70))],
            agencies);

        Assert.Equal("Your role does not allow this", await Refuses((WaiveCharge waive) => waive.RunAsync(Gives, run.Id, late.Id, None)));
        await In((WaiveCharge waive) => waive.RunAsync(Administrator, run.Id, late.Id, None));
        Assert.Equal(Money.OfPounds(170), await Charged());
        Assert.Equal(
            "This charge has been waived already",
            await Refuses((WaiveCharge waive) => waive.RunAsync(Administrator, run.Id, late.Id, None)));

        async Task<Money> Charged() => (await In((RunFigures figures) => figures.RunAsync(Gives, [run.Id], None)))[run.Id].Charged;
    }

    [Fact]
    public async Task The_risk_is_told_from_the_past_dates_of_the_same_course()
    {
        foreach (var day in new[] { -30, -60, -90 })
        {
            var past = await SaveAsync(Given.Run(Course, Given.Today.AddDays(day)));
            Now = past.OpensAt;
            var (came, missed) = (await Asks(past, $"Came {day}"), await Asks(past, $"Missed {day}"));
            Now = past.EndsAt;
            await Mark(past, b => b.Id == came.Id, (b, r) => b.Mark(BookingState.Attended, r, Administrator, Now));
            await Mark(past, b => b.Id == missed.Id, (b, r) => b.Mark(BookingState.DidNotAttend, r, Administrator, Now));
        }
        Now = new TestClock().Now;
        var run = await SaveAsync(Given.Run(Course, fewest: 2));
        await Asks(run, "Ann");
        var row = Assert.Single((await In((RunList list) => list.RunAsync(Gives, new(), None))).Rows);
        Assert.Equal(new RunRisk.History(3, 6, 3), row.Risk!.Past);
        Assert.Equal(3, (await In((RunList list) => list.RunAsync(Gives, new(RunList.Show.Past), None))).Total);
    }

    [Fact]
    public async Task A_series_of_drafts_leaves_out_days_off()
    {
        var run = await SaveAsync(Given.Run(Course, new(2026, 12, 4)));
        var made = await In((CopyRun copy) => copy.RunAsync(Gives, run.Id, new(new(2026, 12, 18), 5, 1), None));
        Assert.Equal((3, "25 December 2026 is a bank holiday and 1 January 2027 is a bank holiday"), (made.Dates, made.LeftOut.Listed()));
        Assert.Equal(
            [new(2026, 12, 18), new(2027, 1, 8), new(2027, 1, 15)],
            (await In((RunList list) => list.RunAsync(Gives, new(RunList.Show.Drafts), None)))
                .Rows.Select(r => r.Day));
        Assert.Equal("No date can be made: 25 December 2026 is a bank holiday",
            await Refuses((CopyRun copy) => copy.RunAsync(Gives, run.Id, new(new(2026, 12, 25), 1, 1), None)));
    }

    [Fact]
    public async Task A_draft_in_a_room_is_published_once_it_has_a_place()
    {
        var run = await SaveAsync(Given.Run(Course, published: false));
        Assert.Equal(
            "Say where it takes place before you publish it",
            await Refuses((PublishRun publish) => publish.RunAsync(Gives, run.Id, 0, None)));
        var venue = await SaveAsync(Given.Venue(Borough.Partnership.Id));
        await Change(run, e => e with { Terms = e.Terms with { VenueId = venue.Id } });
        await In((PublishRun publish) => publish.RunAsync(Gives, run.Id, 1, None));
        Assert.Equal(RunState.Published, await Read(db => db.CourseRuns.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task What_people_need_is_read_by_those_who_run_the_date_until_a_month_after_it()
    {
        var run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
        var booking = await Asks(run, "Ann");
        await SaveAsync(new AccessNeed { BookingId = booking.Id, Text = "A hearing loop" });
        Assert.Equal("A hearing loop", Assert.Single(await In((RunPeople people) => people.RunAsync(Gives, run.Id, None))).Needs);
        Assert.Empty(await In((RunPeople people) => people.RunAsync(Borough.Lead, run.Id, None)));
        Now = run.EndsAt.AddDays(AccessNeed.KeptForDays);
        Assert.Null(await In((DeleteAccessNeedsJob job) => job.RunAsync(None)));
        Now = Now.AddDays(1);
        Assert.Equal("Deleted 1 access need", await In((DeleteAccessNeedsJob job) => job.RunAsync(None)));
        Assert.Null(Assert.Single(await In((RunPeople people) => people.RunAsync(Gives, run.Id, None))).Needs);
    }

    private async Task Mark(CourseRun run, Func<Booking, bool> which, Action<Booking, CourseRun> how)
    {
        await using var db = Database.Open();
        var (held, bookings) =
            (await db.CourseRuns.Include(r => r.Sessions).SingleAsync(r => r.Id == run.Id), await db.Bookings.ToListAsync());
        how(bookings.Single(which), held);
        await db.SaveAsync(Administrator, "Prepared a test", None);
    }
}
