using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Figures;

namespace Portal.Features.Reports;

/// <summary>What a draft would say otherwise if its figures were written again. Nothing is written.</summary>
public sealed class FiguresAgain(PortalDb db, FiguresOfMeeting figures)
{
    /// <param name="Moved">Recommendations that the commissioner decided on when the figures said something else.</param>
    public sealed record Row(IReadOnlyList<EditionDifference> Differences, IReadOnlyList<Recommendation> Moved);

    public async Task<Row> RunAsync(Viewer viewer, Edition edition, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().OfPartnership(viewer)
            .SingleOrDefaultAsync(m => m.Id == edition.MeetingId && m.CancelledOn == null, cancel)
            ?? throw new Refused("The meeting of this report has been cancelled");
        var after = edition.Carrying(await figures.RunAsync(viewer, meeting, edition.Number, cancel));
        return new(EditionDifferences.Between(edition.Read(), after), [.. (after.Points ?? []).Where(p => p.HasMoved)]);
    }
}
