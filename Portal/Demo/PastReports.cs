using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports;
using Portal.Features.Standards;

namespace Portal.Demo;

/// <summary>The reports of past meetings: judged, prepared, approved and issued on their days, and acknowledged by most.</summary>
/// <param name="on">Puts a deed into the diary.</param>
/// <param name="readers">Who is on the board today.</param>
internal sealed class PastReports(
    Action<DateOnly, Func<IServiceProvider, Task>> on, Viewer system, Viewer commissioner, IReadOnlyList<Viewer> readers, DateOnly today)
{
    /// <summary>Whoever reads the reports of a partnership's board.</summary>
    public static Task<List<Viewer>> ReadersAsync(PortalDb db, Viewer system, DateOnly today, CancellationToken cancel) =>
        db.Memberships.OfPartnership(system)
            .Where(m => m.Role == Role.BoardChair || m.Role == Role.BoardMember || m.Role == Role.BoardClerk)
            .NotOverOn(db, today).OrderBy(m => m.Id).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m))
            .ToListAsync(cancel);

    /// <summary>The days on which a partnership's board meets, and met.</summary>
    public static Task<List<DateOnly>> MeetingsAsync(PortalDb db, Viewer system, CancellationToken cancel) =>
        db.Meetings.OfPartnership(system)
            .Where(m => db.Bodies.Any(b => b.Id == m.BodyId && b.Kind == BodyKind.Partnership))
            .Select(m => m.Day).Order().ToListAsync(cancel);

    public void Plan(EditionTimetable timetable, CancellationToken cancel)
    {
        on(timetable.CutOffOn, s => s.GetRequiredService<EvaluateStandards>().RunAsync(system, timetable.CutOffOn, cancel));
        on(timetable.DraftOn, s => s.GetRequiredService<PrepareEditionsJob>().RunAsync(cancel));
        if (timetable.IssueOn > today) return;
        on(timetable.ApproveBy, s => ApproveAsync(s, cancel));
        on(timetable.IssueOn, s => s.GetRequiredService<IssueEditionsJob>().RunAsync(cancel));
        // Two of three read it before the meeting; the others are still to be asked.
        foreach (var (n, reader) in readers.Index().Where(r => r.Index % 3 != 2))
            on(timetable.IssueOn.AddWorkingDays(1 + n % 5), s => AcknowledgeAsync(s, reader, timetable, cancel));
    }

    private async Task ApproveAsync(IServiceProvider services, CancellationToken cancel)
    {
        var draft = await services.GetRequiredService<PortalDb>().Editions.AsNoTracking().OfPartnership(commissioner)
            .SingleOrDefaultAsync(e => e.State == EditionState.Draft, cancel);
        if (draft is not null) await services.GetRequiredService<ApproveEdition>().RunAsync(commissioner, draft.Id, draft.Version, cancel);
    }

    private static async Task AcknowledgeAsync(
        IServiceProvider services, Viewer reader, EditionTimetable timetable, CancellationToken cancel)
    {
        var edition = await services.GetRequiredService<PortalDb>().Editions.OfPartnership(reader)
            .Where(e => e.IssueOn == timetable.IssueOn && e.State == EditionState.Issued).Select(e => (Id<Edition>?)e.Id)
            .SingleOrDefaultAsync(cancel);
        if (edition is { } issued) await services.GetRequiredService<AcknowledgeEdition>().RunAsync(reader, issued, cancel);
    }
}
