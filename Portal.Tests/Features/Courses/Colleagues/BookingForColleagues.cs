using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Colleagues;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Colleagues;

public class BookingForColleagues : AtAnAgency
{
    [Fact]
    public async Task All_of_them_have_a_place_or_nobody()
    {
        var (run, people) = (await RunAsync(places: 2), await PeopleAsync(Own));

        Assert.Equal(
            "Only 2 of 3 could have a place, so nobody was booked",
            await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AllOrNone, people[..3])));
        Assert.Empty(await BookingsAsync(run));
        Assert.Equal(2, (await BookAsync(Lead, run, BookingManner.AllOrNone, people[..2])).Booked);
        Assert.All(await BookingsAsync(run), b => Assert.Equal((BookingState.Booked, Own, Lead.UserId), (b.State, b.AgencyId, b.MadeBy)));
    }

    [Fact]
    public async Task As_many_as_fit_have_a_place_in_their_order_and_the_others_wait()
    {
        var (run, people) = (await RunAsync(places: 2), await PeopleAsync(Own));

        var outcome = await BookAsync(Lead, run, BookingManner.AsManyAsFit, people[2], people[0], people[1]);

        Assert.Equal(new BookColleagues.Outcome(2, 0, 1), outcome);
        Assert.Equal("2 places booked, 1 person on the waiting list", outcome.Sentence);
        Assert.Equal(
            [(people[2], BookingState.Booked), (people[0], BookingState.Booked), (people[1], BookingState.Waiting)],
            (await BookingsAsync(run)).Select(b => (b.StaffId, b.State)));
    }

    [Fact]
    public async Task Nobody_of_another_agency_can_be_booked_by_an_id_that_was_made_up()
    {
        var (run, own, theirs) = (await RunAsync(), await PeopleAsync(Own), await PeopleAsync(Other));
        const string no = "Select people for whom you book";

        Assert.Equal(no, await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit, own[0], theirs[0])));
        Assert.Equal(no, await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit, Id<StaffMember>.New())));
        Assert.Equal(
            "Your role does not allow this at this agency",
            await RefusalAsync(() => App.In((BookColleagues book) =>
                book.RunAsync(Lead, run.Id, Other, [theirs[0]], BookingManner.AsManyAsFit, default))));
        var team = await PeopleAsync(Own, Manager.StaffId);
        var outside = own.First(p => !team.Contains(p) && p != Manager.StaffId);
        Assert.Equal(no, await RefusalAsync(() => BookAsync(Manager, run, BookingManner.AsManyAsFit, outside)));
        Assert.Equal(no, await RefusalAsync(async () =>
            await BookAsync(await ViewerAsync(Role.Learner), run, BookingManner.AsManyAsFit, own[0])));
        Assert.Empty(await BookingsAsync(run));
    }

    [Fact]
    public async Task Does_not_go_round_the_line_manager_unless_it_is_they_who_book()
    {
        var (run, team) = (await RunAsync(managerApproves: true), await PeopleAsync(Own, Manager.StaffId));

        Assert.Equal(new(0, 1, 0), await BookAsync(Lead, run, BookingManner.AllOrNone, team[0]));
        Assert.Equal(new(1, 0, 0), await BookAsync(Manager, run, BookingManner.AllOrNone, team[1]));
        // A line manager is not their own.
        Assert.Equal(new(0, 1, 0), await BookAsync(Manager, run, BookingManner.AllOrNone, Manager.StaffId!.Value));
    }

    [Fact]
    public async Task Does_not_go_round_what_keeps_one_of_them_from_coming()
    {
        var (run, sameHour, people) = (await RunAsync(), await RunAsync(), await PeopleAsync(Own));
        await PlaceAsync(sameHour, people[1]);

        var no = await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit, people[0], people[1]));

        Assert.StartsWith($"{await NameAsync(people[1])}: Another booking is at the same time", no, StringComparison.Ordinal);
        Assert.Empty(await BookingsAsync(run));
        await BookAsync(Lead, run, BookingManner.AsManyAsFit, people[0]);
        Assert.Equal(
            "This person already has a place on this date, or is in the queue for one",
            await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit, people[0])));
    }

    [Fact]
    public async Task Costs_the_agency_what_its_kind_pays_and_is_refused_once_booking_has_closed()
    {
        var (run, people) = (await RunAsync(), await PeopleAsync(Own));
        var type = (await App.AgencyAsync(DemoBorough.OwnAgency)).Type;
        await App.In(async (PortalDb db) =>
        {
            (await db.Courses.Include(c => c.Prices).SingleAsync(c => c.Id == run.CourseId)).Charge(type, Money.OfPounds(12));
            await db.SaveAsync(Lead, "Prepared a test", default);
        });
        await BookAsync(Lead, run, BookingManner.AllOrNone, people[0]);
        Assert.Equal(Money.OfPounds(12), Assert.Single(await BookingsAsync(run)).Price);

        App.Clock.Now = run.ClosesAt;
        Assert.StartsWith(
            "Booking closed", await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AllOrNone, people[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_more_than_a_page_of_people_at_once()
    {
        var run = await RunAsync();
        var many = Enumerable.Range(0, BookColleagues.MostAtOnce + 1).Select(_ => Id<StaffMember>.New()).ToList();
        Assert.StartsWith(
            "Select up to", await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit, many)), StringComparison.Ordinal);
        Assert.Equal("Select who you book for", await RefusalAsync(() => BookAsync(Lead, run, BookingManner.AsManyAsFit)));
    }
}
