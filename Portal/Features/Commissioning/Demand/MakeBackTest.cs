using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// Makes the forecast again as it would have been made 6 and 12 months ago, holds it against what became of it, and keeps that for those
/// who read the forecast. What was made on the day from the same staff lists is not made again.
/// </summary>
public sealed class MakeBackTest(PortalDb db, PeopleToTrain people, PlacesBooked places, PlacesUsed used, UkClock clock)
{
    /// <summary>False where there is nothing to make: no framework is in force, or it is there already.</summary>
    public async Task<bool> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var today = clock.Today;
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework) return false;
        var staffLists = await db.StaffListVersionAsync(viewer.PartnershipId, cancel);
        var kept = await db.KeptBackTests.OfPartnership(viewer).SingleOrDefaultAsync(cancel);
        if (kept?.IsOf(framework.Id, today, staffLists) == true) return false;
        DateOnly[] days = [.. DemandBackTest.MonthsAgo.Select(m => today.AddMonths(-m))];
        var everyone = await people.RunAsync(viewer, framework, days.Min().AddYears(-1), null, null, cancel);
        var lines = new List<DemandBackTest.Line>();
        foreach (var made in days)
        {
            var booked = await places.RunAsync(viewer, framework, made, cancel);
            lines.AddRange(DemandBackTest.Of(framework, everyone, made, today,
                [.. booked.Select(b => (b.Id, b.From(made)))], await used.RunAsync(viewer, framework, made, cancel)));
        }
        if (kept is null) db.Add(kept = new() { PartnershipId = viewer.PartnershipId });
        kept.Keep(framework.Id, today, staffLists, new(lines));
        await db.SaveOwnHistoryAsync(cancel);
        return true;
    }
}
