using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Drafts;

internal static class DraftToChange
{
    /// <summary>The draft as it was seen. Refused to anyone who may not edit standards, and when someone else has saved it since.</summary>
    public static async Task<Standard> StandardDraftAsync(this PortalDb db, Viewer viewer, string code, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.EditStandards);
        var draft = await db.Standards.OfPartnership(viewer).Where(s => s.Code == code && s.IsDraft)
            .OneOrRefuseAsync("This draft is no longer there", null, cancel);
        Refused.IfStale(draft, seen);
        return draft;
    }
}
