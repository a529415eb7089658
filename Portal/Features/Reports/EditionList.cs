using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Editions, newest first: everyone who reads reports sees what was issued, those who prepare them see drafts too.</summary>
public sealed class EditionList(PortalDb db)
{
    public sealed record Row(
        Id<Edition> Id, int Number, int Revision, EditionState State, string Body, DateOnly MeetingOn, DateOnly CutOffOn, DateOnly IssueOn,
        int Recipients, int Acknowledged);

    public Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) => db.Editions.AsNoTracking().VisibleTo(viewer)
        .OrderByDescending(e => e.MeetingOn).ThenByDescending(e => e.Number).ThenByDescending(e => e.Revision).ThenBy(e => e.Id)
        .Select(e => new Row(e.Id, e.Number, e.Revision, e.State, db.Bodies.Single(b => b.Id == e.BodyId).Name, e.MeetingOn, e.CutOffOn,
            e.IssueOn,
            db.EditionRecipients.Count(r => r.EditionId == e.Id),
            db.EditionRecipients.Count(r => r.EditionId == e.Id && r.AcknowledgedAt != null)))
        .ToPageAsync(page, cancel);
}
