using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features;

/// <summary>Who helps someone: those who lead at their agency, the commissioners, and the address of the partnership’s support.</summary>
public sealed class Contacts(PortalDb db, UkClock clock)
{
    public sealed record Found(
        string? Agency, IReadOnlyList<PeopleOf.Person> Leads, IReadOnlyList<PeopleOf.Person> Commissioners, string SupportEmail);

    public async Task<Found> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var leads = viewer.AgencyId is { } own ? (await db.LeadsAsync(viewer, own, clock.Today, cancel))[own] : null;
        return new(
            await db.Agencies.Where(a => a.Id == viewer.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancel),
            leads is null ? [] : [.. leads.Training, .. leads.Executive],
            [.. (await db.CommissionersAsync(viewer, clock.Today, cancel)).DistinctBy(c => c.Id)],
            await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.SupportEmail).SingleAsync(cancel));
    }
}
