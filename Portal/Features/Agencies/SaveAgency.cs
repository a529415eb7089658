using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>Adds an agency, or changes its name, type, duty or phase.</summary>
public sealed class SaveAgency(PortalDb db)
{
    public sealed record Entry(string Name, AgencyType Type, Duty Duty, Id<Phase> PhaseId);

    /// <summary><paramref name="agencyId"/> is null for a new agency; <paramref name="version"/> is the one that the form showed.</summary>
    public Task<Id<Agency>> RunAsync(
        Viewer viewer, Id<Agency>? agencyId, Entry entry, int version, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.GovernAgencies);
        await RefuseUnlessSensibleAsync(viewer, entry, agencyId, cancel);
        var agency = agencyId is null
            ? db.Agencies.Add(new()
            {
                PartnershipId = viewer.PartnershipId, Name = entry.Name, Type = entry.Type, Duty = entry.Duty, PhaseId = entry.PhaseId
            }).Entity
            : await db.Agencies.VisibleTo(viewer, Permission.GovernAgencies).Where(a => a.Id == agencyId)
                .OneOrRefuseAsync("This agency is not within your reach", null, cancel);
        if (agencyId is not null) Refused.IfStale(agency, version);
        (agency.Name, agency.Type, agency.Duty, agency.PhaseId) = (entry.Name, entry.Type, entry.Duty, entry.PhaseId);
        await db.SaveAsync(viewer, agencyId is null ? $"Added the agency {agency.Name}" : $"Changed the agency {agency.Name}", cancel);
        return agency.Id;
    }, cancel);

    private async Task RefuseUnlessSensibleAsync(Viewer viewer, Entry entry, Id<Agency>? self, CancellationToken cancel)
    {
        await db.Phases.OfPartnership(viewer).Where(p => p.Id == entry.PhaseId)
            .OneOrRefuseAsync("Select a phase", nameof(entry.PhaseId), cancel);
        if (await db.Agencies.OfPartnership(viewer).AnyAsync(a => a.Name.ToLower() == entry.Name.ToLower() && a.Id != self, cancel))
            throw new Refused("An agency of this name is already on the list", nameof(entry.Name));
    }
}
