using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
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
    public async Task Whoever_is_ticked_stays_chosen_on_other_pages_and_after_a_search()
    {
        var (run, large) = (await RunAsync(places: 30, level: 1), await LargestAsync());
        var door = await App.SignedInAs(Role.TrainingAdministrator);
        var first = await door.Open($"/Courses/Dates/{run.Id}/Colleagues?Agency={large}&Everyone=true");
        var (ann, bob) = (Boxes(first)[0], Boxes(first)[1]);
        var second = await first.Tick(ann).Tick(bob).Press("Next page");
        var cay = Boxes(second)[0];
        second.Shows("2 people chosen so far", $"Take away× {NameOf(ann)}", "Page 2 of");
        var searched = await second.Tick(cay).Fill("Name", NameOf(ann)).Press("Search");
        searched.Shows("3 people chosen so far");
        Assert.Equal([ann], Boxes(searched));

        var none = (await searched.Untick(ann).Fill("Name", "nobody of that name").Press("Search"))
            .Shows("2 people chosen so far", "Nobody found").DoesNotShow(NameOf(ann));
        var without = (await none.Press($"Take away× {NameOf(bob)}")).Shows("1 person chosen so far", NameOf(cay));
        var back = await (await (await without.Fill("Name", "").Press("Search")).Tick(ann).Press("Continue"))
            .Shows("2 people to book", NameOf(ann), NameOf(cay)).DoesNotShow(NameOf(bob)).Follow("Book for your people");
        var check = await back.Shows("2 people chosen so far").Press("Continue");
        check = await check.Shows("2 people to book").Choose("If there are not enough places", "Book nobody").Press("Book for 2 people");
        check.Shows("2 places booked");
        Assert.Equal([NameOf(ann), NameOf(cay)], await NamesAsync(run));
        (await door.Open(back.Address.PathAndQuery)).DoesNotShow("chosen so far");
    }

    [Fact]
    public async Task No_more_are_chosen_than_are_booked_at_once_and_none_of_them_is_lost()
    {
        var (run, large) = (await RunAsync(places: 60, level: 1), await LargestAsync());
        var door = await App.SignedInAs(Role.TrainingAdministrator);
        var page = await door.Open($"/Courses/Dates/{run.Id}/Colleagues?Agency={large}&Everyone=true");
        foreach (var box in Boxes(page)) page.Tick(box);
        page = await page.Press("Next page");
        var extra = Boxes(page)[0];
        foreach (var button in new[] { "Continue", "Previous page" })
            (await page.Tick(extra).Press(button)).Answers(HttpStatusCode.BadRequest)
                .Shows("Select up to 25 people at a time", "26 people chosen so far");
        var fewer = await (await page.Press("Continue")).Press($"Take away× {NameOf(extra)}");
        (await fewer.Shows("25 people chosen so far").Press("Continue")).Shows("25 people to book");
    }

    [Fact]
    public async Task People_of_another_agency_in_the_address_are_not_chosen()
    {
        var (run, theirs) = (await RunAsync(level: 1), await PeopleAsync(Other));
        var page = await (await App.SignedInAs(Role.TrainingLead)).Open($"/Courses/Dates/{run.Id}/Colleagues?Chosen={theirs[0]}");
        page.DoesNotShow("chosen so far", await NameAsync(theirs[0]));
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

    /// <summary>Those who can be ticked, as their boxes say it.</summary>
    private static List<string> Boxes(WebPage page) =>
        [.. page.All(".govuk-checkboxes__item:not(:has([disabled])) label").Select(l => l.TextContent.Trim())];

    /// <summary>The agency with most people: several pages of them.</summary>
    private Task<Id<Agency>> LargestAsync() => App.In((PortalDb db) => db.Posts.Where(p => p.LeftOn == null)
        .GroupBy(p => p.AgencyId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());

    private static string NameOf(string box) => box[..box.IndexOf(',', StringComparison.Ordinal)];

    private async Task<List<string>> NamesAsync(CourseRun run) =>
        [.. await Task.WhenAll((await BookingsAsync(run)).Select(b => NameAsync(b.StaffId)))];
}
