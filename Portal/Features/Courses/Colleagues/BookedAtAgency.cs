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
        var rows = new List<Row>();
        foreach (var level in await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel))
        {
            var (booked, waiting) = (await bookings.CountAsync(viewer, Of(AgencyBookings.Show.ToCome, level.Number, id), cancel),
                await bookings.CountAsync(viewer, Of(AgencyBookings.Show.Waiting, level.Number, id), cancel));
            if (booked + waiting > 0) rows.Add(new(level.Number, $"Level {level.Code}: {level.Title}", booked, waiting));
        }
        return new("~/Features/Courses/Colleagues/_BookedAtAgency.cshtml",
            new Found(rows, viewer.Reach(Permission.ReadBookings) == Reach.Partnership ? id : null));
    }

    private static AgencyBookings.Filter Of(AgencyBookings.Show show, int level, Id<Agency> agency) =>
        new(show, Level: level, Agency: agency);
}
