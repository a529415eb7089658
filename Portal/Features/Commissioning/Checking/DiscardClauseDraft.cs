using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Throws the draft of a clause away. What was published stays.</summary>
public sealed class DiscardClauseDraft(PortalDb db)
{
    public Task RunAsync(Viewer viewer, Id<Clause> draft, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, draft, db.Clauses.OfPartnership(viewer), seen, "clause", clause =>
        {
            viewer.Require(Permission.DecideRequests);
            if (clause.EffectiveFrom is not null) throw new Refused("A version that was published never changes");
            db.Clauses.Remove(clause);
            return Task.FromResult($"Discarded the draft of the clause “{clause.ShortName}”");
        }, cancel);
}
