using Portal.Features.Courses.Colleagues;

namespace Portal.Tests.Features.Courses.Colleagues;

public class AnsweringForAPlace : AtAnAgency
{
    [Fact]
    public async Task Gives_the_place_or_hands_it_on_and_asks_nobody_why()
    {
        var (run, team) = (await RunAsync(places: 2, managerApproves: true), await PeopleAsync(Own, Manager.StaffId));
        var (one, other) = (await AskAsync(run, team[0]), await AskAsync(run, team[1]));

        await AnswerAsync(Manager, one, agree: true);
        await AnswerAsync(Manager, other, agree: false);

        Assert.Equal([BookingState.Booked, BookingState.Declined], (await BookingsAsync(run)).Select(b => b.State));
        Assert.Equal(
            "This request is not yours to answer, or it has been answered",
            await RefusalAsync(() => AnswerAsync(Manager, one, agree: false)));
    }

    [Fact]
    public async Task Is_for_the_line_manager_of_the_team_or_the_training_lead_and_for_nobody_about_themself()
    {
        var (run, own, team) = (await RunAsync(managerApproves: true), await PeopleAsync(Own), await PeopleAsync(Own, Manager.StaffId));
        var theirs = await PeopleAsync(Other);
        var outside = await AskAsync(run, own.First(p => !team.Contains(p) && p != Manager.StaffId));
        var (self, foreign) = (await AskAsync(run, Manager.StaffId!.Value), await AskAsync(run, theirs[0], Other));
        const string no = "This request is not yours to answer, or it has been answered";

        Assert.Equal(no, await RefusalAsync(() => AnswerAsync(Manager, outside, agree: true)));
        Assert.Equal(no, await RefusalAsync(() => AnswerAsync(Manager, self, agree: true)));
        Assert.Equal(no, await RefusalAsync(() => AnswerAsync(Lead, foreign, agree: true)));
        await AnswerAsync(Lead, outside, agree: true);
        await AnswerAsync(Lead, self, agree: true);
    }

    [Fact]
    public async Task Is_not_for_whoever_asked_while_there_is_a_line_manager_who_can()
    {
        var (run, team) = (await RunAsync(managerApproves: true), await PeopleAsync(Own, Manager.StaffId));
        await BookAsync(Lead, run, BookingManner.AllOrNone, team[0]);
        var asked = Assert.Single(await BookingsAsync(run));

        Assert.StartsWith(
            "This request is not yours", await RefusalAsync(() => AnswerAsync(Lead, asked, agree: true)), StringComparison.Ordinal);
        await AnswerAsync(Manager, asked, agree: true);
    }

    [Fact]
    public async Task Is_a_task_on_home_and_two_buttons_on_a_page()
    {
        var (run, team) = (await RunAsync(managerApproves: true), await PeopleAsync(Own, Manager.StaffId));
        var waiting = await App.In((BookingsToApprove requests) => requests.RunAsync(Manager, 1, default));
        foreach (var row in waiting.Rows) await AnswerAsync(Manager, row.Id, agree: false);
        var asked = await AskAsync(run, team[0]);
        var name = await NameAsync(team[0]);
        var door = await App.SignedInAs(Role.LineManager);

        var page = await (await door.Open("/")).Shows("Answer 1 request for a place").Follow("Answer 1 request for a place");
        page.Shows(name, "£50");
        (await page.Press($"Agree to {name} going")).Shows($"Agreed: {name} has a place", "Nobody waits for your answer");

        Assert.Equal(BookingState.Booked, (await BookingsAsync(run)).Single(b => b.Id == asked).State);
        (await door.Open("/")).DoesNotShow("request for a place");
    }

    private async Task<Id<Booking>> AskAsync(CourseRun run, Id<StaffMember> person, Id<Agency>? agency = null) =>
        (await PlaceAsync(run, person, agency, managerAgrees: false)).Id;

    private Task AnswerAsync(Viewer viewer, Booking asked, bool agree) => AnswerAsync(viewer, asked.Id, agree);

    private Task AnswerAsync(Viewer viewer, Id<Booking> asked, bool agree) =>
        App.In((AnswerBooking answer) => answer.RunAsync(viewer, asked, agree, default));
}
