using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>
/// Writes in a part of a request: held, so that two colleagues at once lose nothing; within reach; and not stale. Whatever is written
/// raises its version, so that whoever opened it before looks again before they send it or decide.
/// </summary>
public sealed class WriteRequest(PortalDb db, UkClock clock)
{
    /// <param name="part">A colleague writes in those that are shared out to them.</param>
    /// <param name="seen">The version that the person saw; null where each writes rows of their own.</param>
    /// <param name="what">What was written, for the audit: "the need".</param>
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, RequestPart part, int? seen, string what,
        Func<CommissioningRequest, Task> write, CancellationToken cancel) =>
        db.StepAsync(viewer, id, Whole().WrittenBy(viewer), seen, "request", async request =>
        {
            if (!viewer.May(Permission.WriteRequests) && !request.PartsOf(viewer.UserId).Contains(part))
                throw new Refused($"The part “{part.Words()}” is not shared out to you");
            await write(request);
            request.WrittenBy(viewer, clock.Now);
            db.RaiseVersion(request);
            return $"Wrote {what} of {request.Reference}";
        }, cancel);

    private IQueryable<CommissioningRequest> Whole() =>
        db.CommissioningRequests.AsSplitQuery().Include(r => r.Costs).Include(r => r.Statements).Include(r => r.Parties)
            .Include(r => r.Events).Include(r => r.Helpers);
}
