using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Says why training is needed, and which level people are to reach.</summary>
public sealed class SayNeed(WriteRequest write, PortalDb db, UkClock clock)
{
    public sealed record Entry(string Title, string? Why, int? Level);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, Entry entry, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Need, seen, "the need", async request =>
        {
            if (entry.Level is { } level
                && !(await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel)).Exists(l => l.Number == level))
                throw new Refused("Select a level of the framework in force", nameof(entry.Level));
            request.SayNeed(entry.Title, entry.Why, entry.Level);
        }, cancel);
}
