using Portal.Features.Courses.Colleagues;

namespace Portal.Tests.Features.Courses.Colleagues;

public class SendingAnother : AtAnAgency
{
    [Fact]
    public async Task Passes_the_place_on_at_no_cost_up_to_the_beginning_also_after_booking_has_closed()
    {
        var (run, people) = (await RunAsync(places: 1), await PeopleAsync(Own));
        var place = await PlaceAsync(run, people[0]);
        App.Clock.Now = run.StartsAt.AddMinutes(-1);

        await SendAsync(Lead, place, people[1]);

        var bookings = await BookingsAsync(run);
        Assert.Equal([BookingState.Substituted, BookingState.Booked], bookings.Select(b => b.State));
        Assert.Equal((people[1], place.Price, place.Id), (bookings[1].StaffId, bookings[1].Price, bookings[1].TakesOverFrom));
        Assert.Equal(Money.Zero, bookings[0].Charge(run));
        App.Clock.Now = run.StartsAt;
        Assert.Equal(
            "This date has begun, so nobody can take the place over", await RefusalAsync(() => SendAsync(Lead, bookings[1], people[0])));
    }

    [Fact]
    public async Task Is_refused_for_someone_of_another_agency_or_out_of_the_team()
    {
        var (run, own, theirs) = (await RunAsync(), await PeopleAsync(Own), await PeopleAsync(Other));
        var team = await PeopleAsync(Own, Manager.StaffId);
        var (place, foreign) = (await PlaceAsync(run, team[0]), await PlaceAsync(run, theirs[1], Other));
        var outside = own.First(p => !team.Contains(p) && p != Manager.StaffId);

        Assert.Equal("Select a colleague for whom you book", await RefusalAsync(() => SendAsync(Lead, place, theirs[0])));
        Assert.Equal("Select a colleague for whom you book", await RefusalAsync(() => SendAsync(Manager, place, outside)));
        Assert.Equal("This booking is not within your reach", await RefusalAsync(() => SendAsync(Lead, foreign, own[0])));
        await SendAsync(Manager, place, team[1]);
    }

    [Fact]
    public async Task Is_refused_for_someone_who_is_elsewhere_at_that_hour_or_has_a_place_already()
    {
        var (run, sameHour, people) = (await RunAsync(), await RunAsync(), await PeopleAsync(Own));
        var (place, _, _) = (await PlaceAsync(run, people[0]), await PlaceAsync(sameHour, people[1]), await PlaceAsync(run, people[2]));

        Assert.StartsWith(
            "Another booking is at the same time", await RefusalAsync(() => SendAsync(Lead, place, people[1])), StringComparison.Ordinal);
        Assert.Equal("This person already has a place on this date", await RefusalAsync(() => SendAsync(Lead, place, people[2])));
    }

    [Fact]
    public async Task Works_by_page_with_those_who_need_the_course_proposed_first()
    {
        var (run, team) = (await RunAsync(level: 1), await PeopleAsync(Own, Manager.StaffId));
        var place = await PlaceAsync(run, team[0]);
        var name = await NameAsync(team[1]);
        var door = await App.SignedInAs(Role.TrainingLead);
        var page = await door.Open($"/Courses/Places/{place.Id}/Substitute?Everyone=true&Search={Uri.EscapeDataString(name)}");

        var label = page.All("label").Select(l => l.TextContent.Trim()).First(l => l.StartsWith(name, StringComparison.Ordinal));
        var answer = await page.Choose("Colleague", label)
            .Press("Pass this place on");

        answer.Shows("goes in place of", "Passed to a colleague");
        Assert.Equal(BookingState.Substituted, (await BookingsAsync(run))[0].State);
    }

    private Task SendAsync(Viewer viewer, Booking place, Id<StaffMember> to) => App.In(
        (SendAnother send) => send.RunAsync(viewer, place.Id, to, seen: place.Version, default));
}
