using Portal.Features.Hubs;
using Portal.Features.Reports.Timetable;

namespace Portal.Features.Reports.AtHome;

/// <summary>The reports that a commissioner has to prepare and approve.</summary>
public sealed class TimetableTasks(ReportTimetable timetable, UkClock clock) : ITasks
{
    private Task<IReadOnlyList<ReportTimetable.Row>>? planned;

    public int Order => 40;
    public Permission? Needs => Permission.PrepareEditions;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await PlannedAsync(viewer, cancel) is { Count: > 0 } planned ? [.. planned.Where(p => p.MayPrepare(clock.Today)).Select(Of)]
            : [new("Add the board’s next meeting", "/Meetings/Add", null,
                "The report follows the calendar of the board; without a meeting none is prepared")];

    /// <summary>Read once for a page that shows both the tasks and the next meeting.</summary>
    internal Task<IReadOnlyList<ReportTimetable.Row>> PlannedAsync(Viewer viewer, CancellationToken cancel) =>
        planned ??= timetable.RunAsync(viewer, cancel);

    private static HomeTask Of(ReportTimetable.Row row) => row.State is null
        ? new($"Prepare the report for the meeting on {Words.DayAndMonth(row.Timetable.MeetingOn)}",
            $"/Reports/Timetable#meeting-{row.MeetingId}", row.Timetable.ApproveBy)
        : new($"Approve edition {row.Number}", $"/Reports/{row.EditionId}", row.Timetable.ApproveBy,
            $"It goes to the board on {Words.DayAndMonth(row.Timetable.IssueOn)}");
}
