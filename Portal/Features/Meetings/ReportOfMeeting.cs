using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>The report of a meeting that is prepared and not issued yet; null while there is none.</summary>
public sealed class ReportOfMeeting(PortalDb db)
{
    public sealed record Found(int Number, EditionState State, DateOnly CutOffOn);

    public Task<Found?> RunAsync(Viewer viewer, Id<Meeting> meetingId, CancellationToken cancel) => db.Editions.OfPartnership(viewer)
        .Where(e => e.MeetingId == meetingId && e.Revision == 1)
        .Where(e => e.State == EditionState.Draft || e.State == EditionState.Approved)
        .Select(e => new Found(e.Number, e.State, e.CutOffOn)).SingleOrDefaultAsync(cancel);
}
