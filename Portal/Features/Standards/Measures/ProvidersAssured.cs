using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S13: of the providers whose courses people of the agency attended in the last 12 months, those who hold a mark that counts on the day.
/// What an agency gives to its own people is not counted here: it is S11's.
/// </summary>
public sealed class ProvidersAssured(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.ProvidersAssured;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "Nobody attended a course in the last 12 months";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "providers used")} held a quality mark in date";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var assured = (await db.Providers.Where(p => p.PartnershipId == question.PartnershipId).WithMarkOn(question.Day).Select(p => p.Id)
            .ToListAsync(cancel)).ToHashSet();
        var used = await (
            from place in question.PlacesOver12Months(db)
            where place.State == BookingState.Attended || place.State == BookingState.PartAttended
            join run in db.CourseRuns on place.RunId equals run.Id
            join course in db.Courses on run.CourseId equals course.Id
            where course.AgencyId == null
            select new { place.AgencyId, course.ProviderId }).Distinct().ToListAsync(cancel);
        return [.. used.GroupBy(u => u.AgencyId)
            .Select(a => new Measured(a.Key, 0, a.Count(u => assured.Contains(u.ProviderId)), a.Count()))];
    }
}
