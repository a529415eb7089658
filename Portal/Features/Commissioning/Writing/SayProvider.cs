using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Says who would give the training, and which level those who teach hold.</summary>
public sealed class SayProvider(WriteRequest write, PortalDb db)
{
    public sealed record Entry(Id<Provider>? ProviderId, string? NewProvider, int? TrainerLevel);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, Entry entry, CancellationToken cancel) =>
        write.RunAsync(viewer, id, seen, "the provider", async request =>
        {
            if (entry.ProviderId is { } provider)
                await db.Providers.OfPartnership(viewer).Where(p => p.Id == provider)
                    .OneOrRefuseAsync("Select a provider of the list", nameof(entry.ProviderId), cancel);
            request.SayProvider(entry.ProviderId, entry.NewProvider, entry.TrainerLevel);
        }, cancel);
}
