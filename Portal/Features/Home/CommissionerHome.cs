using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Timetable;
using Portal.Features.Staff.Training;

namespace Portal.Features.Home;

/// <summary>What waits for a commissioner, the next board meeting, and how the partnership stands.</summary>
public sealed class CommissionerHome(
    PortalDb db, ReportTimetable timetable, RecordsToVerify toVerify, Standings standings, FlagGlance flags, ReturnTasks returns,
    AnswerTasks answers, EditionTasks editions, SettingUp settingUp, UkClock clock)
{
    public sealed record View(
        IReadOnlyList<HomeTask> Tasks, ReportTimetable.Row? Next, Standings.Figures Now, Standings.Figures Before,
        IReadOnlyList<FlagGlance.Row> Newest, IReadOnlyList<FlagGlance.Row> Oldest, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var planned = await timetable.RunAsync(viewer, cancel);
        var (now, before) = await standings.RunAsync(viewer, cancel);
        IReadOnlyList<HomeTask> tasks =
        [
            .. await db.ClockTasksAsync(clock, cancel), .. await settingUp.RunAsync(viewer, cancel), .. Editions(planned),
            .. await editions.RunAsync(viewer, cancel), .. await returns.RunAsync(viewer, cancel), .. await answers.RunAsync(viewer, cancel),
            .. await FiguresAsync(viewer, cancel),
        ];
        return new(tasks, planned.Count > 0 ? planned[0] : null, now, before, await flags.RunAsync(viewer, newest: true, 4, cancel), await flags.RunAsync(viewer, newest: false, 4, cancel), clock.Today);
    }

    private IEnumerable<HomeTask> Editions(IReadOnlyList<ReportTimetable.Row> planned)
    {
        if (planned.Count == 0) yield return new("Add the board’s next meeting", "/Meetings/Add", null, "The report follows the calendar of the board; without a meeting none is prepared");
        foreach (var row in planned.Where(p => p.MayPrepare(clock.Today)))
            yield return row.State is null
                ? new($"Prepare the report for the meeting on {Words.DayAndMonth(row.Timetable.MeetingOn)}", "/Reports/Timetable", row.Timetable.ApproveBy)
                : new($"Approve edition {row.Number}", $"/Reports/{row.EditionId}", row.Timetable.ApproveBy, $"It goes to the board on {Words.DayAndMonth(row.Timetable.IssueOn)}");
    }

    private async Task<IReadOnlyList<HomeTask>> FiguresAsync(Viewer viewer, CancellationToken cancel)
    {
        var (today, tasks) = (clock.Today, new List<HomeTask>());
        var open = db.Agencies.OfPartnership(viewer).OpenOn(today);
        var lists = await open.WithStaleStaffListOn(today).CountAsync(a => db.Phases.Any(p => p.Id == a.PhaseId && p.StartsOn <= today), cancel);
        if (lists > 0)
            tasks.Add(new($"Ask for {Words.Count(lists, "staff list that is", "staff lists that are")} out of date", "/Agencies", null,
                "Until they are confirmed, nobody can tell how these agencies stand"));
        var vacant = await open.CountAsync(a => !db.Memberships.CurrentOn(db, today).Any(m => m.AgencyId == a.Id && m.Role == Role.TrainingLead), cancel);
        if (vacant > 0) tasks.Add(new($"Fill {Words.Count(vacant, "vacancy", "vacancies")} for a training lead", "/Agencies"));
        var titles = await db.JobTitles.OfPartnership(viewer).CountAsync(t => t.JobRoleId == null && db.Posts.CurrentOn(today).Any(p => p.JobTitleId == t.Id), cancel);
        if (titles > 0) tasks.Add(new($"Map {Words.Count(titles, "job title")} to a job role", "/Staff/Titles", null, "People in an unmapped job never count as trained"));
        if (await toVerify.CountAsync(viewer, cancel) is > 0 and var records)
            tasks.Add(new($"Verify {Words.Count(records, "training record")}", "/Staff/ToVerify"));
        var failed = await db.Outbox.OfPartnership(viewer).CountAsync(m => m.State == Data.Outbox.MailState.Failed, cancel);
        if (failed > 0) tasks.Add(new($"Look at {Words.Count(failed, "message")} that could not be delivered", "/Admin/Mail"));
        return tasks;
    }
}
