using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Starts a draft of a clause’s next version, or writes into it; nothing is held against a draft.</summary>
public sealed class DraftClause(PortalDb db)
{
    public sealed record Entry(string Wording, string Source, string? Asks);

    /// <summary>Starts one. Refused while there is one.</summary>
    public Task RunAsync(Viewer viewer, string code, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.DecideRequests);
        var newest = await db.Clauses.OfPartnership(viewer).Where(c => c.Code == code).OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync(cancel) ?? throw new Refused("There is no such clause");
        db.Clauses.Add(newest.NextDraft());
        await db.SaveAsync(viewer, $"Started a draft of the clause “{newest.ShortName}”", cancel);
    }, cancel);

    public Task RunAsync(Viewer viewer, Id<Clause> draft, Entry entry, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, draft, db.Clauses.OfPartnership(viewer).Where(c => viewer.May(Permission.DecideRequests)), seen, "clause", clause =>
        {
            clause.Say(entry.Wording, entry.Source, entry.Asks);
            return Task.FromResult($"Wrote into the draft of the clause “{clause.ShortName}”");
        }, cancel);
}
