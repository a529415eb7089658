using Portal.Data;

namespace Portal.Features.Assessments.Funding;

/// <summary>Adds money that the partnership has for training.</summary>
public sealed class AddSource(PortalDb db)
{
    public sealed record Entry(string Name, FundingKind Kind, Money Amount, DateOnly From, DateOnly? EndsOn);

    public async Task RunAsync(Viewer viewer, Entry entry, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        if (entry.Amount <= Money.Zero) throw new Refused("Enter an amount more than £0", nameof(entry.Amount));
        if (entry.Amount > Most) throw new Refused($"Amount must be {Most} or less", nameof(entry.Amount));
        if (entry.EndsOn < entry.From) throw new Refused("The last day must be on or after the first", nameof(entry.EndsOn));
        db.FundingSources.Add(new() { PartnershipId = viewer.PartnershipId, Name = entry.Name, Kind = entry.Kind, Amount = entry.Amount, From = entry.From, EndsOn = entry.EndsOn });
        await db.SaveAsync(viewer, $"Added {entry.Amount} to the funding ledger: {entry.Name}", cancel);
    }

    private static readonly Money Most = Money.OfPounds(10_000_000);
}
