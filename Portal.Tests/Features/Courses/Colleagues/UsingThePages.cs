using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Colleagues;

public class UsingThePages : AtAnAgency
{
    [Fact]
    public async Task A_lead_ticks_several_checks_and_books_them()
    {
        var run = await RunAsync(places: 1, level: 1);
        var door = await App.SignedInAs(Role.TrainingLead);
        var page = await door.Open($"/Courses/Dates/{run.Id}/Colleagues?Everyone=true");
        page.Shows("Book for your people", "1 place free for this agency", "£50 for each");
        var two = page.All(".govuk-checkboxes__item label").Take(2).Select(l => l.TextContent.Trim()).ToList();

        var check = await page.Tick(two[0]).Tick(two[1]).Press("Continue");
        check.Shows("Check who you book for", "2 people to book, 1 place free");
        (await check.Press("Book for 2 people")).Shows("Select what to do if there are not enough places");
        (await check.Choose("If there are not enough places", "Book nobody").Press("Book for 2 people"))
            .Answers(HttpStatusCode.BadRequest).Shows("Only 1 of 2 could have a place, so nobody was booked");
        (await check.Choose("If there are not enough places", "Book as many as fit").Press("Book for 2 people"))
            .Shows("1 place booked, 1 person on the waiting list");

        Assert.Equal([BookingState.Booked, BookingState.Waiting], (await BookingsAsync(run)).Select(b => b.State));
    }

    [Fact]
    public async Task Nothing_ticked_is_said_in_words()
    {
        var run = await RunAsync(level: 1);
        var door = await App.SignedInAs(Role.TrainingLead);
        (await (await door.Open($"/Courses/Dates/{run.Id}/Colleagues?Everyone=true")).Press("Continue"))
            .Answers(HttpStatusCode.BadRequest).Shows("Select who you book for");
        (await door.Open($"/Courses/Dates/{run.Id}/Colleagues/Check")).Shows("Nobody is chosen");
    }

    [Fact]
    public async Task People_of_another_agency_in_the_address_are_not_shown()
    {
        var (run, theirs) = (await RunAsync(), await PeopleAsync(Other));
        var name = await NameAsync(theirs[0]);
        var door = await App.SignedInAs(Role.TrainingLead);
        (await door.Open($"/Courses/Dates/{run.Id}/Colleagues/Check?Agency={Other}&Chosen={theirs[0]}"))
            .Shows("Nobody is chosen").DoesNotShow(name);
    }

    [Fact]
    public async Task Whoever_books_for_all_chooses_the_agency_first()
    {
        var run = await RunAsync();
        var door = await App.SignedInAs(Role.TrainingAdministrator);
        var page = await door.Open($"/Courses/Dates/{run.Id}/Colleagues");
        page.Shows("Whose people?").DoesNotShow("Continue");
        (await page.Choose("Whose people?", DemoBorough.OwnAgency).Press("Show")).Shows("free for this agency");
    }

    [Fact]
    public async Task A_member_of_staff_finds_none_of_it()
    {
        var run = await RunAsync();
        var place = await PlaceAsync(run, (await PeopleAsync(Own))[0]);
        var door = await App.SignedInAs(Role.Learner);
        foreach (var address in new[]
        {
            $"/Courses/Dates/{run.Id}/Colleagues", $"/Courses/Dates/{run.Id}/Colleagues/Check", $"/Courses/Places/{place.Id}/Substitute",
            $"/Courses/Agency/{place.Id}", $"/Courses/Agency/{place.Id}/Cancel",
        })
            (await door.Open(address)).Answers(HttpStatusCode.NotFound);
    }
}
