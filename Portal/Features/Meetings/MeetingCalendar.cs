using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>The bodies, whom they report to, and their meetings from a year ago on.</summary>
public sealed class MeetingCalendar(PortalDb db, UkClock clock)
{
    public sealed record Line(Id<Meeting> Id, DateOnly Day, TimeOnly Starts, string? Place, bool Cancelled, int Version);
    public sealed record Group(
        Id<Body> Id, string Name, string ShortName, int MeetsEveryMonths, IReadOnlyList<string> ReportsTo, IReadOnlyList<Line> Meetings)
    {
        public Line? Next(DateOnly today) => Meetings.Where(m => !m.Cancelled && m.Day >= today).MinBy(m => m.Day);
    }

    public async Task<IReadOnlyList<Group>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var since = clock.Today.AddYears(-1);
        var meetings = (await db.Meetings.AsNoTracking().OfPartnership(viewer).Where(m => m.Day >= since).OrderBy(m => m.Day)
            .ToListAsync(cancel))
            .ToLookup(m => m.BodyId);
        var bodies = (await db.Bodies.AsNoTracking().OfPartnership(viewer).ToListAsync(cancel)).OrderBy(b => b.Kind)
            .ThenBy(b => b.Name, StringComparer.Ordinal).ToList();
        var names = bodies.ToDictionary(b => b.Id, b => b.ShortName);
        var lines = (await db.ReportingLines.AsNoTracking().OfPartnership(viewer).ToListAsync(cancel))
            .ToLookup(l => l.FromId, l => names[l.ToId]);
        return [.. bodies.Select(b => new Group(b.Id, b.Name, b.ShortName, b.MeetsEveryMonths, [.. lines[b.Id].Order()],
            [.. meetings[b.Id].Select(m => new Line(m.Id, m.Day, m.Starts, m.Place, m.CancelledOn is not null, m.Version))]))];
    }
}
