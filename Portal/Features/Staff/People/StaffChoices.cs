using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>What forms and filters about staff offer: agencies within reach, job roles, levels, and the agency's own job titles.</summary>
public sealed class StaffChoices(PortalDb db, UkClock clock)
{
    public sealed record Option(string Value, string Words);

    /// <summary>Agencies is empty for a viewer who has only one.</summary>
    public sealed record Offer(
        IReadOnlyList<Option> Agencies, IReadOnlyList<Option> Roles, IReadOnlyList<Option> Levels, IReadOnlyList<string> Titles);

    public async Task<Offer> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var agencies = viewer.Reach(Permission.ReadStaff) != Reach.Partnership ? []
            : await db.Agencies.OfPartnership(viewer).OpenOn(clock.Today).OrderBy(a => NameSearch.Folded(a.Name))
                .Select(a => new Option(a.Id.ToString(), a.Name)).ToListAsync(cancel);
        var roles = await db.JobRoles.OfPartnership(viewer).OrderBy(r => NameSearch.Folded(r.Title))
            .Select(r => new Option(r.Id.ToString(), r.Title))
            .ToListAsync(cancel);
        var levels = await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var titles = viewer.AgencyId is not { } own ? []
            : await db.JobTitles.Where(t => t.AgencyId == own).OrderBy(t => NameSearch.Folded(t.Title)).Select(t => t.Title)
                .ToListAsync(cancel);
        return new(agencies, roles, [.. levels.Where(l => !l.NeedsContent).Select(l => new Option($"{l.Number}", l.Words()))], titles);
    }
}
