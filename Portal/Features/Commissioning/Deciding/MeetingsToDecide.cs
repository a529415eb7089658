using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>Meetings that can have decided on a request: of the right body, held since it was sent, and not cancelled.</summary>
public sealed class MeetingsToDecide(PortalDb db, UkClock clock)
{
    /// <param name="Held">Those whose minutes may say it.</param>
    /// <param name="Next">Today’s, or the next one to come; null while none is planned.</param>
    public sealed record Found(IReadOnlyList<Choice> Held, string? Next, Id<Meeting>? NextId = null);

    public async Task<Found> RunAsync(Viewer viewer, CommissioningRequest request, CancellationToken cancel)
    {
        if (request.Route.Body() is not { } kind) return new([], null);
        var (today, sent) = (clock.Today, UkClock.DayOf(request.SubmittedAt ?? clock.Now));
        var meetings = await (from meeting in db.Meetings.OfPartnership(viewer)
                              where meeting.CancelledOn == null && meeting.Day >= sent
                              join body in db.Bodies.Deciding(db, kind) on meeting.BodyId equals body.Id
                              orderby meeting.Day, meeting.Id
                              select new { meeting.Id, meeting.Day, body.ShortName }).ToListAsync(cancel);
        var next = meetings.Find(m => m.Day >= today);
        return new(
            [.. meetings.Where(m => m.Day <= today).Reverse().Select(m => new Choice($"{m.Id}", $"{m.ShortName}, {Words.Day(m.Day)}"))],
            next is null ? null : $"{next.ShortName}, {Words.Day(next.Day)}", next?.Id);
    }
}
