using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>Meetings that decide on requests: of the right body, and not cancelled.</summary>
public sealed class MeetingsToDecide(PortalDb db, UkClock clock)
{
    /// <param name="Held">Those whose minutes may say it.</param>
    /// <param name="Next">Today’s, or the next one to come; null while none is planned.</param>
    public sealed record Found(IReadOnlyList<Choice> Held, string? Next, Id<Meeting>? NextId = null);

    public sealed record Row(Id<Meeting> Id, DateOnly Day, string Body)
    {
        public string Words => $"{Body}, {Domain.Words.Day(Day)}";
    }

    /// <summary>Those that can have decided on a request, because they were held since it was sent, and the next that can.</summary>
    public async Task<Found> RunAsync(Viewer viewer, CommissioningRequest request, CancellationToken cancel)
    {
        if (request.Route.Body() is not { } kind) return new([], null);
        var (today, sent) = (clock.Today, UkClock.DayOf(request.SubmittedAt ?? clock.Now));
        var meetings = await SinceAsync(viewer, kind, sent, cancel);
        var next = meetings.Find(m => m.Day >= today);
        return new([.. meetings.Where(m => m.Day <= today).Reverse().Select(m => new Choice($"{m.Id}", m.Words))], next?.Words, next?.Id);
    }

    /// <summary>Those of a kind of body from a day on, the soonest first.</summary>
    public Task<List<Row>> SinceAsync(Viewer viewer, BodyKind kind, DateOnly day, CancellationToken cancel) => (
        from meeting in db.Meetings.OfPartnership(viewer)
        where meeting.CancelledOn == null && meeting.Day >= day
        join body in db.Bodies.Deciding(db, kind) on meeting.BodyId equals body.Id
        orderby meeting.Day, meeting.Id
        select new Row(meeting.Id, meeting.Day, body.ShortName)).ToListAsync(cancel);
}
