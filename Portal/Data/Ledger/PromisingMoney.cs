using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Ledger;

/// <summary>What is promised of which source, and for whom.</summary>
/// <param name="AgencyId">Whom it serves; null for all agencies.</param>
public sealed record Promise(Id<FundingSource> SourceId, Id<Agency>? AgencyId, string What, Money Amount);

/// <summary>
/// The one rule by which money of the ledger is promised. The source is held until the transaction of whoever promises ends, so that two
/// at once cannot promise more than is free.
/// </summary>
public static class PromisingMoney
{
    /// <summary>
    /// Adds the commitment to the changes in hand, which must be in a transaction. Refused beyond what is free of the source, and outside
    /// its days.
    /// </summary>
    public static async Task<FundingCommitment> PromiseAsync(
        this PortalDb db, Viewer viewer, Promise promise, DateOnly today, CancellationToken cancel)
    {
        await db.HoldAsync(promise.SourceId, cancel);
        var source = await db.FundingSources.OfPartnership(viewer).Where(s => s.Id == promise.SourceId)
            .OneOrRefuseAsync("Select a source", nameof(promise.SourceId), cancel);
        if (promise.AgencyId is { } agency && !await db.Agencies.OfPartnership(viewer).AnyAsync(a => a.Id == agency, cancel))
            throw new Refused("Select an agency", nameof(promise.AgencyId));
        var promised = (await db.FundingCommitments.AsNoTracking().Where(c => c.SourceId == source.Id).ToListAsync(cancel))
            .Sum(c => c.Standing);
        return db.FundingCommitments.Add(source.Promise(promised, promise.AgencyId, promise.What, promise.Amount, today)).Entity;
    }
}
