using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Reports.AtHome;

/// <summary>The newest issued edition in its own words, whether this member has acknowledged it, and the older ones.</summary>
public sealed class NewestEdition(PortalDb db, UkClock clock) : IHomePanel
{
    private const int Shown = 6;

    public sealed record Older(Id<Edition> Id, int Number, DateOnly MeetingOn);

    /// <param name="Asked">This member was sent it and has not acknowledged it yet.</param>
    public sealed record View(
        Edition? Newest, EditionContent? Content, bool Asked, IReadOnlyList<Older> Others, DateOnly? NextMeeting, DateOnly Today);

    public int Order => 10;
    public IReadOnlyList<Role> Roles { get; } =
        [Role.BoardMember, Role.BoardChair, Role.BoardClerk, Role.SubGroupLead, Role.SafeguardingLink, Role.Auditor];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var issued = db.Editions.AsNoTracking().VisibleTo(viewer).Where(e => e.State == EditionState.Issued)
            .OrderByDescending(e => e.MeetingOn).ThenByDescending(e => e.Id);
        var newest = await issued.FirstOrDefaultAsync(cancel);
        var asked = newest is not null && viewer.May(Permission.AcknowledgeEditions) && await db.EditionRecipients
            .AnyAsync(r => r.EditionId == newest.Id && r.UserId == viewer.UserId && r.AcknowledgedAt == null, cancel);
        var older = await issued.Skip(1).Take(Shown).Select(e => new Older(e.Id, e.Number, e.MeetingOn)).ToListAsync(cancel);
        return new("~/Features/Reports/AtHome/_NewestEdition.cshtml",
            new View(newest, newest?.Read().For(viewer), asked, older, await NextMeetingAsync(viewer, cancel), clock.Today));
    }

    private Task<DateOnly?> NextMeetingAsync(Viewer viewer, CancellationToken cancel)
    {
        var (today, boards) = (clock.Today, db.Bodies.Where(b => b.Kind == BodyKind.Partnership));
        return db.Meetings.OfPartnership(viewer).Where(m => m.CancelledOn == null && m.Day >= today && boards.Any(b => b.Id == m.BodyId))
            .OrderBy(m => m.Day).Select(m => (DateOnly?)m.Day).FirstOrDefaultAsync(cancel);
    }
}
