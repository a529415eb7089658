using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Providers;

/// <summary>Adds a provider of training, or changes its name, its address or the agency that it is.</summary>
public sealed class SaveProvider(PortalDb db, UkClock clock)
{
    /// <param name="AgencyId">The agency of the partnership that it is; null for one from outside.</param>
    public sealed record Entry(string Name, string Email, Id<Agency>? AgencyId);

    /// <summary><paramref name="providerId"/> is null for a new one; <paramref name="seen"/> is the version that the form showed.</summary>
    public Task<Id<Provider>> RunAsync(Viewer viewer, Id<Provider>? providerId, Entry entry, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.EditProviders);
            var providers = db.Providers.OfPartnership(viewer);
            if (await providers.AnyAsync(p => p.Name.ToLower() == entry.Name.ToLower() && p.Id != providerId, cancel))
                throw new Refused("A provider of this name is already on the list", nameof(entry.Name));
            if (entry.AgencyId is not null)
                await db.Agencies.OfPartnership(viewer).Where(a => a.Id == entry.AgencyId
                        && (a.ClosedOn == null || a.ClosedOn > clock.Today || providers.Any(p => p.Id == providerId && p.AgencyId == a.Id)))
                    .OneOrRefuseAsync("Select an agency that is open", nameof(entry.AgencyId), cancel);
            var provider = providerId is null
                ? db.Providers.Add(new() { PartnershipId = viewer.PartnershipId, Name = entry.Name, Email = entry.Email }).Entity
                : await providers.Where(p => p.Id == providerId).OneOrRefuseAsync("This provider is no longer there", null, cancel);
            if (providerId is not null) Refused.IfStale(provider, seen);
            (provider.Name, provider.Email, provider.AgencyId) = (entry.Name, entry.Email, entry.AgencyId);
            await db.SaveAsync(viewer, $"{(providerId is null ? "Added" : "Changed")} the provider {provider.Name}", cancel);
            return provider.Id;
        }, cancel);
}
