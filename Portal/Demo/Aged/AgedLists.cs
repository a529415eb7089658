using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Demo.Borough;

namespace Portal.Demo.Aged;

/// <summary>
/// The days on which agencies confirmed their staff lists in the years before those that a made-up borough has: without them a past day
/// would be judged by lists that nobody had confirmed. Written in bulk, as the rows that confirming writes.
/// </summary>
internal sealed class AgedLists(PortalDb db, Viewer system, DateOnly programme)
{
    private const int DaysBetween = 80;

    public async Task WriteAsync(CancellationToken cancel)
    {
        var first = await db.Set<StaffListConfirmation>().OfPartnership(system).GroupBy(c => c.AgencyId)
            .Select(g => new { Agency = g.Key, On = g.Min(c => c.SaidOn) }).OrderBy(a => a.On).ThenBy(a => a.Agency).ToListAsync(cancel);
        var dice = new Dice(AgedTraces.Seed, programme);
        await db.TransactAsync(system, "Confirmed the staff lists of earlier years", () => db.BulkInsertAsync(
            first.SelectMany(agency => Before(agency.On).Select(day => new StaffListConfirmation
            {
                Id = dice.Id<StaffListConfirmation>(), PartnershipId = system.PartnershipId, AgencyId = agency.Agency, SaidOn = day,
                ConfirmedOn = day,
            })), cancel), cancel);
    }

    private IEnumerable<DateOnly> Before(DateOnly first)
    {
        for (var day = first.AddDays(-DaysBetween); day > programme; day = day.AddDays(-DaysBetween)) yield return day;
    }
}
