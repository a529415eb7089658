using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Colleagues;

namespace Portal.Tests.Features.Courses.Colleagues;

public class SeeingTheBookingsOfAnAgency : AtAnAgency
{
    [Fact]
    public async Task Each_figure_leads_to_exactly_what_it_counts()
    {
        foreach (var viewer in new[] { Lead, Manager, await ViewerAsync(Role.Commissioner) })
        {
            var figures = await App.In((AgencyBookings bookings) => bookings.CountAsync(viewer, (Id<Agency>?)null, default));
            async Task<List<AgencyBookings.Row>> Rows(AgencyBookings.Show show, int? year = null) =>
                await App.In(async (AgencyBookings bookings) => await bookings.All(viewer, new(show, year)).ToListAsync());

            Assert.Equal(figures.ToCome, (await Rows(AgencyBookings.Show.ToCome)).Count);
            Assert.Equal(figures.Waiting, (await Rows(AgencyBookings.Show.Waiting)).Count);
            Assert.Equal(figures.Attended, (await Rows(AgencyBookings.Show.Attended, figures.Year)).Count);
            Assert.Equal(figures.NoShows, (await Rows(AgencyBookings.Show.NoShows, figures.Year)).Count);
            Assert.Equal(figures.Charges.Pence, (await Rows(AgencyBookings.Show.Charged, figures.Year)).Sum(r => r.Charge.Pence));
        }
    }

    [Fact]
    public async Task What_is_charged_is_what_the_domain_charges()
    {
        var commissioner = await ViewerAsync(Role.Commissioner);
        await App.In(async (PortalDb db) =>
        {
            (await db.Bookings.FirstAsync(b => b.State == BookingState.Attended)).Waive(commissioner, App.Database.Clock.Now);
            await db.SaveAsync(commissioner, "Prepared a test", default);
        });
        var all = await App.In(async (AgencyBookings bookings) => await bookings.All(commissioner, new()).ToListAsync());
        var charged = await App.In(async (AgencyBookings bookings) =>
            await bookings.All(commissioner, new(AgencyBookings.Show.Charged)).Select(r => r.Id).ToListAsync());

        Assert.Equal(all.Where(r => r.Charge != Money.Zero).Select(r => r.Id).Order(), charged.Order());
        Assert.InRange(charged.Count, 1, all.Count - 1);
    }

    [Fact]
    public async Task Shows_a_lead_their_agency_and_a_line_manager_their_team()
    {
        var (run, own, team) = (await RunAsync(), await PeopleAsync(Own), await PeopleAsync(Own, Manager.StaffId));
        var outside = own.First(p => !team.Contains(p) && p != Manager.StaffId);
        foreach (var person in new[] { team[0], outside }) await PlaceAsync(run, person);
        await PlaceAsync(run, (await PeopleAsync(Other))[0], Other);
        async Task<IEnumerable<Id<StaffMember>>> Seen(Viewer viewer) => (await App.In((AgencyBookings bookings) =>
            bookings.RunAsync(viewer, new(Course: run.CourseId), default))).Rows.Select(r => r.StaffId).Order();

        Assert.Equal(new[] { team[0], outside }.Order(), await Seen(Lead));
        Assert.Equal([team[0]], await Seen(Manager));
        Assert.Equal(3, (await Seen(await ViewerAsync(Role.TrainingAdministrator))).Count());
    }

    [Fact]
    public async Task Is_a_page_with_filters_and_a_file_of_the_same()
    {
        var (run, people) = (await RunAsync(), await PeopleAsync(Own));
        await PlaceAsync(run, people[0]);
        var name = await NameAsync(people[0]);
        var door = await App.SignedInAs(Role.TrainingLead);

        var page = await door.Open($"/Courses/Agency?Course={run.CourseId}&Show=ToCome");
        page.Shows("1 booking", name, "£50", "Booked");
        (await door.Open($"/Courses/Agency?Search={Uri.EscapeDataString(name)}&Course={run.CourseId}&State=Cancelled"))
            .Shows("No booking matches");
        var csv = await door.Fetch($"/Courses/Agency/File/csv?Course={run.CourseId}&Show=ToCome");
        Assert.Equal(
            ["Name,Agency,Code,Course,Day,State,Charge £", name],
            [csv.Text.Split("\r\n")[0], csv.Text.Split("\r\n")[1].Split(',')[0]]);
        Assert.Contains("50", csv.Text, StringComparison.Ordinal);
        Assert.Equal("PK", (await door.Fetch("/Courses/Agency/File/xlsx")).Text[..2]);
    }

    [Fact]
    public async Task Stands_on_home_and_on_the_page_of_the_agency_by_level()
    {
        var door = await App.SignedInAs(Role.TrainingLead);
        var figures = await App.In((AgencyBookings bookings) => bookings.CountAsync(Lead, (Id<Agency>?)null, default));
        (await door.Open("/")).Shows("Your people on courses", figures.ToCome.ToString(CultureInfo.InvariantCulture));

        var run = await RunAsync();
        await PlaceAsync(run, (await PeopleAsync(Own))[0]);
        var booked = await App.In((AgencyBookings bookings) => bookings
            .CountAsync(Lead, new AgencyBookings.Filter(AgencyBookings.Show.ToCome, Level: 2), default));
        var page = await door.Open($"/Agencies/{Own}");
        page.Shows("Places booked", "Level 2");
        (await page.Follow($"{booked}")).Shows(booked == 1 ? "1 booking" : $"{booked} bookings");
    }

    [Fact]
    public async Task A_lead_gives_a_colleagues_place_back_and_sees_first_what_it_costs()
    {
        var (run, people) = (await RunAsync(inDays: 3), await PeopleAsync(Own));
        var place = await PlaceAsync(run, people[0]);
        var door = await App.SignedInAs(Role.TrainingLead);

        var page = await (await door.Open($"/Courses/Agency/{place.Id}")).Follow("Cancel this booking");
        (await page.Shows("Your agency is charged £25").Press("Cancel this place")).Shows("is cancelled", "£25", "Cancelled late");

        Assert.True(Assert.Single(await BookingsAsync(run)) is { State: BookingState.Cancelled, IsLate: true });
        var foreign = await PlaceAsync(run, (await PeopleAsync(Other))[0], Other);
        Assert.Equal("This booking is not within your reach", await RefusalAsync(() =>
            App.In((CancelColleague cancel) => cancel.RunAsync(Lead, foreign.Id, foreign.Version, default))));
    }
}
