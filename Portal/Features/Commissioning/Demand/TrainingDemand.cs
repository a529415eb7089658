using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// What places to come follow from, by what the data say today. Who is below which level when is counted in one pass over the people, and
/// kept while day and staff lists stay; what is booked is asked each time. However many months or agencies, as many queries.
/// </summary>
public sealed class TrainingDemand(
    PortalDb db, PeopleToTrain people, PlacesBooked places, PlacesUsed used, KeptAnswers kept, UkClock clock)
{
    /// <summary>What is kept.</summary>
    private sealed record Counted(IReadOnlyList<DemandCount.Cell> Cells, IReadOnlyList<DemandMove> Moves);

    /// <summary>Who is below can be other than it was when any of these is.</summary>
    private sealed record Sign(DateOnly Day, long Staff, Id<Domain.Framework> Framework);

    /// <summary>Null while no framework is in force.</summary>
    public async Task<DemandFigures?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var today = clock.Today;
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework) return null;
        var counted = await CountAsync(viewer, framework, cancel);
        var cells = await PlacedAsync(viewer, framework, counted.Cells, cancel);
        var agencies = await db.Agencies.OfPartnership(viewer).OrderBy(a => NameSearch.Folded(a.Name)).ThenBy(a => a.Id)
            .Select(a => new DemandFigures.Named(a.Id, a.Name, a.Type)).ToListAsync(cancel);
        var needing = cells.Select(c => c.Agency).ToHashSet();
        return new(
            today, [.. framework.Levels.OrderBy(l => l.Number)], cells, counted.Moves,
            await used.RunAsync(viewer, framework, today, cancel), [.. agencies.Where(a => needing.Contains(a.Id))]);
    }

    /// <summary>The same with the places that are booked now: of those who have one, and them alone, it is asked who is below.</summary>
    private async Task<IReadOnlyList<DemandCount.Cell>> PlacedAsync(
        Viewer viewer, Domain.Framework framework, IReadOnlyList<DemandCount.Cell> cells, CancellationToken cancel)
    {
        var (today, booked) = (clock.Today, await places.RunAsync(viewer, framework, null, cancel));
        var among = await people.RunAsync(
            viewer, framework, today.AddYears(-1), null, [.. booked.Select(b => b.StaffId).Distinct()], cancel);
        var ahead = new PlacesAhead(framework, booked.Select(b => b.From(today)));
        var placed = DemandCount.Of(framework, among.Select(p => p.AsKnownOn(today)), today, ahead)
            .ToDictionary(c => (c.Agency, c.Level), c => c.Booked);
        return [.. cells.Select(c => placed.TryGetValue((c.Agency, c.Level), out var found) ? c with { Booked = found } : c)];
    }

    private async Task<Counted> CountAsync(Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var (today, key) = (clock.Today, (nameof(TrainingDemand), viewer.PartnershipId));
        var sign = new Sign(today, await db.StaffListVersionAsync(viewer.PartnershipId, cancel), framework.Id);
        if (kept.Find<Counted>(key, sign) is { } already) return already;
        // Those whose coming or leaving is told ahead are among those who start and leave by the year before, and count once.
        var everyone = await people.RunAsync(viewer, framework, today.AddYears(-1), null, null, cancel);
        var known = everyone.Select(p => p.AsKnownOn(today)).ToList();
        var found = new Counted(DemandCount.Of(framework, known, today), DemandMove.Of(known, today));
        return kept.Keep(key, sign, found, (found.Cells.Count + found.Moves.Count) / 10);
    }
}
