using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Colleagues;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Colleagues;

/// <summary>The last place was given back, and is offered to someone of the agency.</summary>
public class AnsweringAnOfferForSomeone : AtAnAgency
{
    private CourseRun run = null!;
    private Booking offered = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        run = await RunAsync(places: 1, level: 1);
        var people = await PeopleAsync(Own);
        await App.In((PortalDb db) => db.TrainingRecords.Where(r => r.StaffId == people[1]).ExecuteDeleteAsync());
        var (first, second) = (await PlaceAsync(run, people[0]), await PlaceAsync(run, people[1]));
        await App.In((CancelColleague cancel) => cancel.RunAsync(Lead, first.Id, first.Version, default));
        offered = (await BookingsAsync(run)).Single(b => b.Id == second.Id);
        Assert.Equal(BookingState.Offered, offered.State);
    }

    [Theory, InlineData("Take this place", "The place is taken for", BookingState.Booked)]
    [InlineData("Turn it down", "is turned down", BookingState.Lapsed)]
    public async Task Their_lead_takes_it_or_turns_it_down_once(string button, string said, BookingState state)
    {
        var door = await App.SignedInAs(Role.TrainingLead);
        var page = (await door.Open($"/Courses/Agency/{offered.Id}")).Shows("A place is free for them until");
        (await page.Press(button)).Shows(said).DoesNotShow("A place is free for them");
        Assert.Equal(state, (await BookingsAsync(run)).Single(b => b.Id == offered.Id).State);
        (await page.Press(button)).Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        foreach (var role in new[] { Role.Learner, Role.ExecutiveLead, Role.BoardMember })
            Assert.NotEqual(HttpStatusCode.OK, (await (await App.SignedInAs(role)).Open($"/Courses/Agency/{offered.Id}")).Status);
        Assert.Equal("This booking is not within your reach", await RefusalAsync(() => App.In((AnswerOfferOfColleague answer) =>
            answer.RunAsync(Lead with { AgencyId = Other }, offered.Id, accept: true, default))));
    }
}
