using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>Which issued editions of the noncompliance report named a flag, open or cleared; the first meeting first.</summary>
public sealed class FlagEditions(PortalDb db)
{
    public sealed record Row(Id<Edition> Id, int Number, int Revision, EditionState State, DateOnly MeetingOn);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Flag flag, CancellationToken cancel)
    {
        var naming = Edition.Naming(flag.Reference);
        return await db.Editions.OfPartnership(viewer)
            .Where(e => (e.State == EditionState.Issued || e.State == EditionState.Superseded) && e.Content.Contains(naming))
            .OrderBy(e => e.MeetingOn).ThenBy(e => e.Number).ThenBy(e => e.Revision).ThenBy(e => e.Id)
            .Select(e => new Row(e.Id, e.Number, e.Revision, e.State, e.MeetingOn)).ToListAsync(cancel);
    }
}
