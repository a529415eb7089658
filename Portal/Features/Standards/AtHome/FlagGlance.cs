using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.AtHome;

/// <summary>A few open flags within reach: the newest, or those that have been open for longest.</summary>
public sealed class FlagGlance(PortalDb db)
{
    public sealed record Row(
        Id<Flag> Id, string Reference, string Agency, string Standard, int Level, Severity Severity, DateOnly FirstSeenOn,
        string ClearedBy);

    public Task<List<Row>> RunAsync(Viewer viewer, bool newest, int count, CancellationToken cancel)
    {
        var open = db.Flags.AsNoTracking().VisibleTo(viewer).StillOpen();
        var ordered = newest ? open.OrderByDescending(f => f.FirstSeenOn).ThenByDescending(f => f.Id)
            : open.OrderBy(f => f.FirstSeenOn).ThenBy(f => f.Id);
        return ordered.Take(count).Select(f => new Row(
            f.Id, f.Reference, db.Agencies.Where(a => a.Id == f.AgencyId).Select(a => a.Name).First(),
            db.Standards.Where(s => s.PartnershipId == f.PartnershipId && s.Code == f.StandardCode)
                .OrderByDescending(s => s.Number).Select(s => s.ShortName).First(),
            f.Level, f.Severity, f.FirstSeenOn,
            db.Standards.Where(s => s.PartnershipId == f.PartnershipId && s.Code == f.StandardCode)
                .OrderByDescending(s => s.Number).Select(s => s.ClearedBy).First())).ToListAsync(cancel);
    }
}
