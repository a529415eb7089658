using Portal.Features.Hubs;
using Portal.Features.Reports.Timetable;

namespace Portal.Features.Reports.AtHome;

/// <summary>The next meeting of the board, and the steps of its report towards it.</summary>
public sealed class NextMeeting(TimetableTasks tasks, UkClock clock) : IHomePanel
{
    public sealed record Next(ReportTimetable.Row Planned, DateOnly Today);

    public int Order => 10;
    public IReadOnlyList<Role> Roles => [Role.Commissioner];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await tasks.PlannedAsync(viewer, cancel) is [var next, ..]
            ? new("~/Features/Reports/AtHome/_NextMeeting.cshtml", new Next(next, clock.Today)) : null;
}
