using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Funding;

/// <summary>
/// Promises money of a source. Refused beyond what is free of it, and after its last day; two promises
/// at once cannot exceed it.
/// </summary>
public sealed class CommitFunding(PortalDb db, UkClock clock)
{
    public sealed record Entry(Id<FundingSource> SourceId, Id<Agency>? AgencyId, string What, Money Amount);

    public Task RunAsync(Viewer viewer, Entry entry, CancellationToken cancel) =>
        db.TransactAsync(viewer, $"Committed {entry.Amount}: {entry.What}", async () =>
        {
            viewer.Require(Permission.EditFunding);
            await db.HoldAsync(entry.SourceId, cancel);
            var source = await db.FundingSources.OfPartnership(viewer).Where(s => s.Id == entry.SourceId)
                .OneOrRefuseAsync("Select a source", nameof(entry.SourceId), cancel);
            if (!source.IsAvailableOn(clock.Today)) throw new Refused($"{source.Name} is not available today", nameof(entry.SourceId));
            if (entry.Amount <= Money.Zero) throw new Refused("Enter an amount more than £0", nameof(entry.Amount));
            if (entry.AgencyId is { } agency && !await db.Agencies.OfPartnership(viewer).AnyAsync(a => a.Id == agency, cancel))
                throw new Refused("Select an agency", nameof(entry.AgencyId));
            var free = source.Amount - (await db.FundingCommitments.Where(c => c.SourceId == source.Id && c.ReleasedOn == null)
                .Select(c => c.Amount).ToListAsync(cancel))
                .Sum();
            if (entry.Amount > free) throw new Refused($"Only {free} of {source.Name} is free", nameof(entry.Amount));
            db.FundingCommitments.Add(new()
            {
                PartnershipId = viewer.PartnershipId, SourceId = source.Id, AgencyId = entry.AgencyId, What = entry.What,
                Amount = entry.Amount, On = clock.Today
            });
        }, cancel);
}
