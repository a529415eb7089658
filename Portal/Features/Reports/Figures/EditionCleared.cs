using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>The flags that closed after the cut-off day of the edition before; none in a body's first.</summary>
public sealed class EditionCleared(PortalDb db)
{
    public async Task<IReadOnlyList<ClearedFlag>> RunAsync(Viewer viewer, CutOff cutOff, DateOnly? since, CancellationToken cancel)
    {
        if (since is null) return [];
        var closed = await db.Flags.OfPartnership(viewer).Where(f => f.ClosedOn > since && f.ClosedOn <= cutOff.Day)
            .Join(db.Agencies, f => f.AgencyId, a => a.Id, (f, a) => new
            {
                a.Id, a.Name, f.Reference, f.StandardCode, f.Level, f.ClosedOn, f.ClosedBecause,
            })
            .OrderBy(f => f.Name).ThenBy(f => f.Reference).ToListAsync(cancel);
        return
        [
            .. closed.Select(f => new ClearedFlag(
                AgencyId: f.Id.Value,
                Agency: f.Name,
                Reference: f.Reference,
                ShortName: cutOff.StandardOf(f.StandardCode)?.ShortName ?? f.StandardCode,
                Level: cutOff.LevelCode(f.Level),
                ClosedOn: f.ClosedOn!.Value,
                Because: f.ClosedBecause ?? "")),
        ];
    }
}
