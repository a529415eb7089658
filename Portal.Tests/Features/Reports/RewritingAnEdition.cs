using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

internal static class RewritingAnEdition
{
    /// <summary>The edition says something else, as if it had been frozen so.</summary>
    public static Task RewriteAsync(this PortalApp app, Edition edition, EditionContent content) => app.In((PortalDb db) =>
    {
        var again = new Edition
        {
            PartnershipId = edition.PartnershipId, BodyId = edition.BodyId, MeetingId = edition.MeetingId, Number = edition.Number,
            Revision = 1, MeetingOn = edition.MeetingOn, IssueOn = edition.IssueOn, PreparedAt = edition.PreparedAt,
        };
        again.Prepare(Viewer.System(edition.PartnershipId), content, edition.PreparedAt);
        return db.Editions.Where(e => e.Id == edition.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Content, again.Content));
    });
}
