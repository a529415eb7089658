using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Home;

/// <summary>The newest issued edition in its own words, whether this member has acknowledged it, and the older ones.</summary>
public sealed class BoardHome(PortalDb db, EditionTasks editions, UkClock clock)
{
    public sealed record Older(Id<Edition> Id, int Number, DateOnly MeetingOn);

    /// <param name="Asked">This member was sent it and has not acknowledged it yet.</param>
    /// <param name="Tasks">A report to acknowledge in another role, for someone who acts as one that may not.</param>
    public sealed record View(
        IReadOnlyList<HomeTask> Tasks, Edition? Newest, EditionContent? Content, bool Asked,
        IReadOnlyList<Older> Others, DateOnly? NextMeeting, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        var issued = db.Editions.AsNoTracking().VisibleTo(viewer).Where(e => e.State == EditionState.Issued).OrderByDescending(e => e.MeetingOn).ThenByDescending(e => e.Id);
        var newest = await issued.FirstOrDefaultAsync(cancel);
        var asked = newest is not null && viewer.May(Permission.AcknowledgeEditions)
            && await db.EditionRecipients.AnyAsync(r => r.EditionId == newest.Id && r.UserId == viewer.UserId && r.AcknowledgedAt == null, cancel);
        var older = await issued.Skip(1).Take(6).Select(e => new Older(e.Id, e.Number, e.MeetingOn)).ToListAsync(cancel);
        var next = await db.Meetings.OfPartnership(viewer).Where(m => m.CancelledOn == null && m.Day >= today && db.Bodies.Any(b => b.Id == m.BodyId && b.Kind == BodyKind.Partnership))
            .OrderBy(m => m.Day).Select(m => (DateOnly?)m.Day).FirstOrDefaultAsync(cancel);
        return new(await editions.RunAsync(viewer, cancel), newest, newest?.Read().For(viewer), asked, older, next, today);
    }
}
