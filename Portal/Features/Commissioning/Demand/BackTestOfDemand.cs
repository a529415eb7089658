using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// The forecast as it would have been made 6 and 12 months ago, beside what became of it. It is made once a day: what was known then does
/// not change any more, but for corrections.
/// </summary>
public sealed class BackTestOfDemand(
    PortalDb db, PeopleToTrain people, PlacesBooked places, PlacesUsed used, KeptAnswers kept, UkClock clock)
{
    private sealed record Sign(DateOnly Day, Id<Domain.Framework> Framework);

    /// <summary>Null while no framework is in force.</summary>
    public async Task<DemandBackTest?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var today = clock.Today;
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework) return null;
        var (key, sign) = ((nameof(BackTestOfDemand), viewer.PartnershipId), new Sign(today, framework.Id));
        if (kept.Find<DemandBackTest>(key, sign) is { } found) return found;
        DateOnly[] days = [.. DemandBackTest.MonthsAgo.Select(m => today.AddMonths(-m))];
        var everyone = await people.RunAsync(viewer, framework, days.Min().AddYears(-1), null, null, cancel);
        var lines = new List<DemandBackTest.Line>();
        foreach (var made in days)
        {
            var booked = await places.RunAsync(viewer, framework, made, cancel);
            lines.AddRange(DemandBackTest.Of(framework, everyone, made, today,
                [.. booked.Select(b => (b.Id, b.From(made)))], await used.RunAsync(viewer, framework, made, cancel)));
        }
        return kept.Keep(key, sign, new DemandBackTest(lines), lines.Count / 10);
    }
}
