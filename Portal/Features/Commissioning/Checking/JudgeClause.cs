using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>A person’s finding about one clause of a request that waits for a decision; judging again takes its place.</summary>
public sealed class JudgeClause(PortalDb db, UkClock clock)
{
    public sealed record Entry(string ClauseCode, bool IsMet, string? Note);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Entry entry, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            var request = await db.CommissioningRequests.VisibleTo(viewer).Include(r => r.Events).Where(r => r.Id == id)
                .OneOrRefuseAsync("This request is not within your reach", null, cancel);
            if (request.IsAuthor(viewer)) throw new Refused("Someone else must judge a request that you wrote or sent");
            if (request.State != RequestState.Submitted) throw new Refused($"This request is {request.State.Words()}");
            if (!await db.Clauses.OfPartnership(viewer).AnyAsync(c => c.Code == entry.ClauseCode, cancel))
                throw new Refused("Select a clause of the list");
            var finding = await db.ClauseFindings.SingleOrDefaultAsync(f => f.RequestId == id && f.ClauseCode == entry.ClauseCode, cancel)
                ?? db.ClauseFindings.Add(new()
                {
                    PartnershipId = viewer.PartnershipId, RequestId = id, ClauseCode = entry.ClauseCode, IsMet = entry.IsMet,
                    By = viewer.Name, At = clock.Now,
                }).Entity;
            (finding.IsMet, finding.Note, finding.By, finding.At) = (entry.IsMet, entry.Note, viewer.Name, clock.Now);
            await db.SaveAsync(viewer, $"Judged {entry.ClauseCode} of {request.Reference}: {(entry.IsMet ? "met" : "not met")}", cancel);
        }, cancel);
}
