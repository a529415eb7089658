using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Review;

/// <summary>The return that has waited longest for the commissioner.</summary>
public sealed class NextToReview(PortalDb db)
{
    /// <param name="Waiting">How many wait, this one among them.</param>
    public sealed record Found(Id<AgencyReturn> Id, string Agency, int Waiting);

    /// <summary>Null when none waits.</summary>
    public async Task<Found?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns).Where(a => a.State == ReturnState.Submitted);
        return await waiting.OrderBy(a => a.SignedAt).ThenBy(a => a.Id)
            .Select(a => new Found(a.Id, db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).First(), waiting.Count()))
            .FirstOrDefaultAsync(cancel);
    }
}
