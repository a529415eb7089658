using Portal.Data;
using Portal.Features.Hubs;
using Portal.Features.Staff.People;

namespace Portal.Features.Staff.AtHome;

/// <summary>People by name, email or employee number, as the list of staff finds them.</summary>
public sealed class PeopleFound(PortalDb db, StaffList list, UkClock clock) : IFind
{
    public int Order => 10;
    public Permission Needs => Permission.ReadStaff;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        // Before the first framework nobody's need can be told, and the list is not there.
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is null) return new("Staff", 0, []);
        var found = await list.RunAsync(viewer, new(words), cancel);
        return new("Staff", found.Total,
            [.. found.Rows.Take(Found.Most).Select(p => new Found.Hit(
                p.Name, $"/Staff/{p.Id}", string.Join("; ", p.Jobs.Select(j => $"{j.Title}, {j.Agency}"))))],
            $"/Staff?Search={Uri.EscapeDataString(words)}");
    }
}
