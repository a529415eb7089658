using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Providers;

/// <summary>Quality marks that end soon, of providers who then have no other and whose courses would no longer be accredited.</summary>
public sealed class MarkTasks(PortalDb db, UkClock clock) : ITasks
{
    /// <summary>How long before its last day a mark becomes a task: certificates take weeks to renew.</summary>
    private const int DaysOfNotice = 60;

    public int Order => 138;
    public Permission? Needs => Permission.EditProviders;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var (today, horizon) = (clock.Today, clock.Today.AddDays(DaysOfNotice));
        var ending = await db.Providers.OfPartnership(viewer).LosingTheirMarkBy(db, today, horizon)
            .OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, EndsOn = p.Marks.Where(m => m.From <= today).Max(m => m.EndsOn) }).ToListAsync(cancel);
        return [.. ending.Select(p => new HomeTask($"Ask {p.Name} for its next quality mark", $"/Courses/Providers/{p.Id}", p.EndsOn,
            "After that day its courses are accredited no more, unless by an accreditation of their own"))];
    }
}
