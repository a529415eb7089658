using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Venues;

/// <summary>
/// Adds a venue to the partnership’s register, or corrects one. Whoever keeps the register of providers keeps this one; everyone who runs
/// courses chooses from it.
/// </summary>
public sealed class SaveVenue(PortalDb db)
{
    /// <param name="venueId">Null for a new one.</param>
    /// <param name="seen">The version that the form showed.</param>
    public Task RunAsync(Viewer viewer, Id<Venue>? venueId, Venue.Entry entry, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.EditProviders);
            var name = entry.Name.ToLowerInvariant();
            if (await db.Venues.OfPartnership(viewer).AnyAsync(v => v.Name.ToLower() == name && v.Id != venueId, cancel))
                throw new Refused("There is already a venue of this name", nameof(Venue.Name));
            var venue = venueId is null ? db.Venues.Add(new() { PartnershipId = viewer.PartnershipId, Name = entry.Name }).Entity
                : await db.Venues.OfPartnership(viewer).Where(v => v.Id == venueId)
                    .OneOrRefuseAsync("This venue is no longer there", null, cancel);
            if (venueId is not null) Refused.IfStale(venue, seen);
            venue.Change(entry);
            await db.SaveAsync(viewer, $"{(venueId is null ? "Added" : "Changed")} the venue {venue.Name}", cancel);
        }, cancel);
}
