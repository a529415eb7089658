using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>What people and the portal did with an edition and its recommendations, the first step first.</summary>
public sealed class EditionHistory(PortalDb db)
{
    /// <param name="Step">Null for what was done to a recommendation.</param>
    /// <param name="Before">What a recommendation said before; null when it is about none, or when it was added.</param>
    /// <param name="Note">What was written, or what a recommendation has said since.</param>
    public sealed record Row(DateTime At, string By, string What, EditionStep? Step, string? Before, string? Note);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        var edition = db.Editions.AsNoTracking().OfPartnership(viewer).Where(e => e.Id == editionId);
        var steps = await edition.SelectMany(e => e.Events).Select(s => new { s.At, s.By, s.Step, s.Note, s.Id }).ToListAsync(cancel);
        var decisions = await edition.SelectMany(e => e.Decisions).Select(d => new { d.At, d.By, d.Step, d.Before, d.Note, d.Id })
            .ToListAsync(cancel);
        return
        [
            .. steps.Select(s => (s.Id.Value, Row: new Row(s.At, s.By, s.Step.Words(), s.Step, null, s.Note)))
                .Concat(decisions.Select(d => (d.Id.Value, Row: new Row(d.At, d.By, d.Step.Words(), null, d.Before, d.Note))))
                .OrderBy(s => s.Row.At).ThenBy(s => s.Value).Select(s => s.Row),
        ];
    }
}
