using Portal.Data;

namespace Portal.Features.Funding;

/// <summary>Records what a board answered. Money that it gives becomes a source of funding.</summary>
public sealed class RecordAnswer(PortalDb db, UkClock clock)
{
    /// <param name="Agreed">Null when the board declined.</param>
    public sealed record Entry(Money? Agreed, DateOnly? From, DateOnly? EndsOn, string? Note);

    public async Task RunAsync(Viewer viewer, Id<ContributionRequest> id, Entry entry, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        var request = await db.ContributionRequests.OfPartnership(viewer).Where(r => r.Id == id)
            .OneOrRefuseAsync("This request is no longer there", null, cancel);
        if (entry.Agreed is { } agreed)
            db.FundingSources.Add(request.Agree(agreed, entry.From ?? clock.Today, entry.EndsOn, entry.Note, clock.Today));
        else request.Decline(entry.Note, clock.Today);
        await db.SaveAsync(viewer, $"Recorded the answer of {request.Board}", cancel);
    }
}
