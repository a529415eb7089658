using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Funding;

/// <summary>Adds money that the partnership has for training.</summary>
public sealed class AddSource(PortalDb db)
{
    public sealed record Entry(string Name, FundingKind Kind, Money Amount, DateOnly From, DateOnly? EndsOn);

    public async Task RunAsync(Viewer viewer, Entry entry, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        db.FundingSources.Add(
            FundingSource.Of(viewer.PartnershipId, entry.Name, entry.Kind, entry.Amount, entry.From, entry.EndsOn));
        await db.SaveAsync(viewer, $"Added {entry.Amount} to the funding ledger: {entry.Name}", cancel);
    }
}
