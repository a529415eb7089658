using Portal.Features.Hubs;

namespace Portal.Features.Courses.Colleagues;

/// <summary>People whose place is kept until someone agrees.</summary>
public sealed class ApprovalTasks(BookingsToApprove requests) : ITasks
{
    public int Order => 46;
    public Permission? Needs => Permission.ApproveBookings;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await requests.RunAsync(viewer, 1, cancel);
        return waiting.Total == 0 ? []
            : [new($"Answer {Words.Count(waiting.Total, "request")} for a place", "/Courses/Approvals",
                UkClock.DayOf(waiting.Rows[0].AnswerBy), "A place is kept until you answer, and then goes to the next person")];
    }
}
