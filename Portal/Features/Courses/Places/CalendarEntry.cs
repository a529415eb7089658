using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Places;

/// <summary>
/// A booking as calendars take it in (iCalendar, RFC 5545 and 5546): one entry that keeps its UID for as long as the booking lives, in
/// UTC, so that no calendar has to know when our clocks change. Its title says nothing to whoever shares the calendar.
/// </summary>
public sealed record CalendarEntry
{
    public const string Title = "Training";

    public required Id<Booking> BookingId { get; init; }

    /// <summary>How often what a calendar shows of the run has changed.</summary>
    public required int Sequence { get; init; }
    public required IReadOnlyList<RunSession> Sessions { get; init; }
    public required string Where { get; init; }

    /// <summary>The address of the booking in the portal.</summary>
    public required string Link { get; init; }
    public required (string Name, string Email) Organiser { get; init; }

    /// <summary>Who is asked to come; null where they are only told (RFC 5546, 3.2.1.1).</summary>
    public required (string Name, string Email)? Attendee { get; init; }

    /// <summary>UTC: when it was written.</summary>
    public required DateTime At { get; init; }

    /// <param name="where">As those are told who come.</param>
    public static CalendarEntry Of(Booking booking, CourseRun run, string where, PortalAddress portal,
        (string Name, string Email) organiser, (string Name, string Email)? attendee, DateTime now) => new()
        {
            BookingId = booking.Id, Sequence = run.Sequence, Sessions = run.Sessions, Where = where, Organiser = organiser,
            Attendee = attendee, Link = portal.Of($"/Courses/Places/{booking.Id}"), At = now,
        };

    /// <summary>Puts it in, or changes it.</summary>
    public string Request() => Written("REQUEST", Events(Sequence, "CONFIRMED"));

    /// <summary>Takes it out; nothing comes after it for this booking.</summary>
    public string Cancel() => Written("CANCEL", Events(Sequence + 1, "CANCELLED"));

    /// <summary>To be saved and opened by hand.</summary>
    public string Publish() => Publish([this]);

    /// <summary>All that one calendar reads, again and again: every few hours is enough.</summary>
    public static string Publish(IEnumerable<CalendarEntry> entries) =>
        Written("PUBLISH", entries.SelectMany(e => e.Events(e.Sequence, "CONFIRMED")),
            ("X-WR-CALNAME", Title), ("X-PUBLISHED-TTL", "PT4H"));

    private static string Written(string method, IEnumerable<CalendarEvent> events, params (string Name, string Value)[] besides)
    {
        var calendar = new Calendar { Method = method, ProductId = "-//Training portal//EN" };
        foreach (var (name, value) in besides) calendar.AddProperty(name, value);
        foreach (var one in events) calendar.Events.Add(one);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>
    /// One UID for all that one booking is (RFC 5546, 3.2.2): several sessions are dates of the first. It is named among them, because
    /// some calendars show only what is named; the others count it once (RFC 5545, 3.8.5.2).
    /// </summary>
    private IEnumerable<CalendarEvent> Events(int sequence, string status)
    {
        var sessions = Sessions.OrderBy(s => s.StartsAt).ToList();
        var first = Event(sessions[0], sequence, status);
        if (sessions.Count > 1)
            foreach (var session in sessions) first.RecurrenceDates.Add(Utc(session.StartsAt));
        yield return first;
        foreach (var session in sessions.Skip(1).Where(s => s.EndsAt - s.StartsAt != sessions[0].EndsAt - sessions[0].StartsAt))
        {
            var other = Event(session, sequence, status);
            other.RecurrenceIdentifier = new(Utc(session.StartsAt), null);
            yield return other;
        }
    }

    private CalendarEvent Event(RunSession session, int sequence, string status)
    {
        var entry = new CalendarEvent
        {
            Uid = $"{BookingId}@training-portal", Sequence = sequence, Status = status, Summary = Title, Location = Where,
            Description = Link,
            DtStart = Utc(session.StartsAt), DtEnd = Utc(session.EndsAt), DtStamp = Utc(At),
            Organizer = new($"mailto:{Organiser.Email}") { CommonName = Organiser.Name },
        };
        if (Attendee is (var name, var email))
            entry.Attendees.Add(new($"mailto:{email}") { CommonName = name, ParticipationStatus = "ACCEPTED" });
        return entry;
    }

    private static CalDateTime Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc), true);
}
