using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// When each agency's staff list had last been confirmed, as at the end of a day: what the first change after it replaced,
/// by the audit, and where nothing changed since, what stands today.
/// </summary>
public sealed class StaffListsAsAt(PortalDb db)
{
    /// <summary>Null for an agency whose list had not been confirmed by then.</summary>
    public async Task<Func<Agency, DateOnly?>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var ends = UkClock.StartOf(day.AddDays(1));
        var since = await (from change in db.AuditChanges
                           where change.Entity == nameof(Agency) && change.Field == nameof(Agency.StaffListConfirmedOn)
                           join entry in db.AuditEntries.OfPartnership(viewer) on change.EntryId equals entry.Id
                           where entry.At >= ends
                           orderby entry.At
                           select new { change.EntityId, change.Old }).ToListAsync(cancel);
        var replaced = since.GroupBy(c => c.EntityId).ToDictionary(g => g.Key, g => g.First().Old is { } old ? DateOnly.ParseExact(old, "O", CultureInfo.InvariantCulture) : (DateOnly?)null);
        return agency => replaced.TryGetValue(agency.Id.Value, out var then) ? then : agency.StaffListConfirmedOn <= day ? agency.StaffListConfirmedOn : null;
    }
}
