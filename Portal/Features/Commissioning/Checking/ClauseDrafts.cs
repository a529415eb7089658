using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>A clause as it is in force, its draft where there is one, and what past requests would make of the draft.</summary>
public sealed class ClauseDrafts(PortalDb db, UkClock clock)
{
    /// <param name="InForce">Null where its first version is still to come.</param>
    /// <param name="ToCome">A version that was published and is not in force yet.</param>
    /// <param name="Sent">Requests that were ever sent.</param>
    /// <param name="Silent">Of these, those that say nothing about it: held against a version that asks, they would not meet it.</param>
    public sealed record Found(Clause? InForce, Clause? ToCome, Clause? Draft, int Sent, int Silent)
    {
        public Clause Newest => Draft ?? ToCome ?? InForce!;
    }

    /// <summary>Null when there is no clause of this code.</summary>
    public async Task<Found?> RunAsync(Viewer viewer, string code, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        var versions = await db.Clauses.AsNoTracking().OfPartnership(viewer).Where(c => c.Code == code).OrderBy(c => c.Number)
            .ToListAsync(cancel);
        if (versions.Count == 0) return null;
        var today = clock.Today;
        var sent = db.CommissioningRequests.OfPartnership(viewer).Where(r => r.SubmittedAt != null);
        return new(versions.FindLast(c => c.EffectiveFrom <= today), versions.FindLast(c => c.EffectiveFrom > today),
            versions.Find(c => c.EffectiveFrom is null), await sent.CountAsync(cancel),
            await sent.CountAsync(r => !r.Statements.Any(s => s.ClauseCode == code), cancel));
    }
}
