using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand.Scenarios;

/// <summary>Saves assumptions about training to come under a name, or changes those of one. Whoever decides on requests may.</summary>
public sealed class SaveScenario(PortalDb db)
{
    /// <param name="id">Null for a new one.</param>
    /// <param name="seen">The version that the form showed.</param>
    public Task<Id<DemandScenario>> RunAsync(
        Viewer viewer, Id<DemandScenario>? id, string name, DemandAssumptions assumed, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            var lower = name.ToLowerInvariant();
            var saved = db.DemandScenarios.OfPartnership(viewer);
            if (await saved.AnyAsync(s => s.Name.ToLower() == lower && s.Id != id, cancel))
                throw new Refused("There is already a scenario of this name", nameof(DemandScenario.Name));
            if (id is null && await saved.CountAsync(cancel) >= DemandScenario.Most)
                throw new Refused($"There are {DemandScenario.Most} scenarios already. Remove one that nobody needs any more");
            var scenario = id is null ? db.DemandScenarios.Add(new() { PartnershipId = viewer.PartnershipId }).Entity
                : await saved.Where(s => s.Id == id).OneOrRefuseAsync("This scenario is no longer there", null, cancel);
            if (id is not null) Refused.IfStale(scenario, seen);
            scenario.Change(name, assumed);
            await db.SaveAsync(viewer, $"{(id is null ? "Saved" : "Changed")} the scenario {name}", cancel);
            return scenario.Id;
        }, cancel);
}
