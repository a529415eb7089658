using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Agencies;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Colleagues;

/// <summary>How many places people of an agency have booked on dates to come, for each level that the courses lead to.</summary>
public sealed class BookedAtAgency(PortalDb db, AgencyBookings bookings, UkClock clock) : IAgencyPanel
{
    public sealed record Row(int Level, string Words, int Booked, int Waiting);

    /// <param name="Agency">For the links of somebody who reaches several; null for one who has it alone.</param>
    public sealed record Found(IReadOnlyList<Row> Rows, Id<Agency>? Agency);

    public int Order => 15;

    public async Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel)
    {
        var id = agency.Agency.Id;
        if (!agency.IsOpen || !viewer.May(Permission.ReadBookings, id)) return null;
        var booked = await bookings.ByLevelAsync(viewer, new(AgencyBookings.Show.ToCome, Agency: id), cancel);
        var waiting = await bookings.ByLevelAsync(viewer, new(AgencyBookings.Show.Waiting, Agency: id), cancel);
        List<Row> rows = [.. (await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel)).Select(l => new Row(
            l.Number, $"Level {l.Code}: {l.Title}", booked.GetValueOrDefault(l.Number), waiting.GetValueOrDefault(l.Number)))
            .Where(r => r.Booked + r.Waiting > 0)];
        return new("~/Features/Courses/Colleagues/_BookedAtAgency.cshtml",
            new Found(rows, viewer.Reach(Permission.ReadBookings) == Reach.Partnership ? id : null));
    }
}
