using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Venues;

/// <summary>The register of venues, by name.</summary>
public sealed class VenueList(PortalDb db)
{
    public sealed record Row(
        Id<Venue> Id, string Name, int? Capacity, bool IsOnline, bool IsStepFree, bool HasHearingLoop, string? AccessNotes, string? Address,
        bool IsConfidential, int Version);

    public Task<Page<Row>> RunAsync(Viewer viewer, string? search, int page, CancellationToken cancel)
    {
        var lower = search?.ToLowerInvariant();
        return Rows(db.Venues.OfPartnership(viewer).Where(v => lower == null || v.Name.ToLower().Contains(lower)))
            .ToPageAsync(page, cancel);
    }

    public Task<Row?> OneAsync(Viewer viewer, Id<Venue> venueId, CancellationToken cancel) =>
        Rows(db.Venues.OfPartnership(viewer).Where(v => v.Id == venueId)).SingleOrDefaultAsync(cancel);

    private static IQueryable<Row> Rows(IQueryable<Venue> venues) => venues.AsNoTracking().OrderBy(v => NameSearch.Folded(v.Name))
        .ThenBy(v => v.Id)
        .Select(v => new Row(v.Id, v.Name, v.Capacity, v.IsOnline, v.IsStepFree, v.HasHearingLoop, v.AccessNotes, v.Address,
            v.IsConfidential, v.Version));
}
