using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

public sealed class MovingTheMeetingByPage
{
    [Fact]
    public async Task What_follows_is_shown_first_and_the_report_says_that_its_figures_are_of_another_day()
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var draft = await app.In((PortalDb db) => db.Editions.AsNoTracking().SingleAsync(e => e.State == EditionState.Draft));
        var day = draft.MeetingOn.AddDays(-1);

        var page = await commissioner.Open($"/Meetings/Move/{draft.MeetingId}");
        page = await page.Fill("Date of the meeting", day).Press("Save");
        page.Shows("What follows", $"issued on {Words.Day(new EditionTimetable(day).IssueOn)}");
        Assert.Equal(draft.MeetingOn, await app.In((PortalDb db) =>
            db.Meetings.Where(m => m.Id == draft.MeetingId).Select(m => m.Day).SingleAsync()));
        (await page.Press("Move the meeting")).Shows("Meeting changed");

        var report = await commissioner.Open($"/Reports/{draft.Id}");
        report.Shows($"The meeting has moved to {Words.Day(day)}");
        var again = await report.Follow("Write the figures again");
        again.Shows("Nothing has been changed yet", "Meeting");
        (await again.Press("Write the figures again")).DoesNotShow("The meeting has moved");
    }
}
