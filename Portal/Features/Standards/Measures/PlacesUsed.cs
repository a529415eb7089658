using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S14: places attended, of those booked in the last 12 months and not cancelled in time. Who was excused counts on neither side; a
/// colleague who came instead counts as having come.
/// </summary>
public sealed class PlacesUsed(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.PlacesUsed;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "No place was booked in the last 12 months";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "places")} booked in the last 12 months were used";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. await question.PlacesOver12Months(db)
            .Where(b => b.State == BookingState.Attended || b.State == BookingState.PartAttended || b.State == BookingState.DidNotAttend
                || (b.State == BookingState.Cancelled && b.IsLate))
            .GroupBy(b => b.AgencyId)
            .Select(a => new Measured(a.Key, 0,
                a.Count(b => b.State == BookingState.Attended || b.State == BookingState.PartAttended), a.Count(), null, null))
            .ToListAsync(cancel)];
}
