using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Says who would give the training, and which level those who teach hold.</summary>
public sealed class SayProvider(WriteRequest write, PortalDb db, UkClock clock)
{
    public sealed record Entry(Id<Provider>? ProviderId, string? NewProvider, int? TrainerLevel);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, Entry entry, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Provider, seen, "the provider", async request =>
        {
            if (entry.ProviderId is { } provider)
                await db.Providers.OfPartnership(viewer).Where(p => p.Id == provider)
                    .OneOrRefuseAsync("Select a provider of the list", nameof(entry.ProviderId), cancel);
            if (entry.TrainerLevel is { } level
                && !(await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel)).Exists(l => l.Number == level))
                throw new Refused("Select a level of the framework in force", nameof(entry.TrainerLevel));
            request.SayProvider(entry.ProviderId, entry.NewProvider, entry.TrainerLevel);
        }, cancel);
}
