using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Phases;

/// <summary>Moves the first day of a phase, or adds the next one. Phases begin in their order.</summary>
public sealed class SavePhase(PortalDb db)
{
    /// <summary><paramref name="phaseId"/> is null for the next phase; <paramref name="seen"/> is the day that the form showed.</summary>
    public Task RunAsync(
        Viewer viewer, Id<Phase>? phaseId, DateOnly startsOn, DateOnly? seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.GovernAgencies);
            var phases = await db.Phases.OfPartnership(viewer).OrderBy(p => p.Number).ToListAsync(cancel);
            var phase = phaseId is null ? null
                : phases.Find(p => p.Id == phaseId) ?? throw new Refused("This phase is not within your reach");
            if (phase is not null && phase.StartsOn != seen)
                throw new Refused("Someone changed this while you were looking. Check it and try again");
            var number = phase?.Number ?? phases.Count + 1;
            if (phases.Find(p => p.Number < number && p.StartsOn >= startsOn) is { } before)
                throw new Refused($"First day must be after phase {before.Number} begins", nameof(Phase.StartsOn));
            if (phases.Find(p => p.Number > number && p.StartsOn <= startsOn) is { } after)
                throw new Refused($"First day must be before phase {after.Number} begins", nameof(Phase.StartsOn));
            if (phase is null) db.Phases.Add(new() { PartnershipId = viewer.PartnershipId, Number = number, StartsOn = startsOn });
            else phase.StartsOn = startsOn;
            await db.SaveAsync(viewer, $"Set the first day of phase {number}", cancel);
        }, cancel);
}
