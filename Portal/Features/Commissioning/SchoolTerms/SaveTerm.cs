using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.SchoolTerms;

/// <summary>Adds a school term, or corrects one. Whoever decides on requests keeps them.</summary>
public sealed class SaveTerm(PortalDb db)
{
    /// <param name="id">Null for a new one.</param>
    /// <param name="seen">The version that the form showed.</param>
    public Task RunAsync(
        Viewer viewer, Id<SchoolTerm>? id, string name, DateOnly from, DateOnly until, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            var terms = await db.SchoolTerms.OfPartnership(viewer).OrderBy(t => t.From).ToListAsync(cancel);
            var term = id is null ? db.SchoolTerms.Add(new() { PartnershipId = viewer.PartnershipId }).Entity
                : terms.Find(t => t.Id == id) ?? throw new Refused("This term is no longer there");
            if (id is not null) Refused.IfStale(term, seen);
            term.Change(name, from, until, terms);
            await db.SaveAsync(viewer, $"{(id is null ? "Added" : "Changed")} the school term {name}", cancel);
        }, cancel);
}
