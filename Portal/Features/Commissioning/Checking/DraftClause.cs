using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Writes into the draft of a clause.</summary>
public sealed class DraftClause(PortalDb db)
{
    public sealed record Entry(string Wording, string Source, string? Asks);

    public Task RunAsync(Viewer viewer, Id<Clause> draft, Entry entry, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, draft, db.Clauses.OfPartnership(viewer), seen, "clause", clause =>
        {
            viewer.Require(Permission.DecideRequests);
            clause.Say(entry.Wording, entry.Source, entry.Asks);
            return Task.FromResult($"Wrote into the draft of the clause “{clause.ShortName}”");
        }, cancel);
}
