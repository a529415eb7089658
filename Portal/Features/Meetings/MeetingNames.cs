using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Meetings;

/// <summary>What meetings are called in the audit: "SBP, 12 March 2027".</summary>
public sealed class MeetingNames(PortalDb db) : INameRows
{
    public async Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Meeting>(id)).ToList();
        var found = await db.Meetings.OfPartnership(viewer).Where(m => keys.Contains(m.Id))
            .Select(m => new { m.Id, Body = db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.ShortName).First(), m.Day })
            .ToListAsync(cancel);
        return [.. found.Select(m => new RowName(m.Id.Value, $"{m.Body}, {Words.Day(m.Day)}"))];
    }
}
