using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S15: of the strands in force on the day, those that some course covers which people of the agency attended in the last 36 months, the
/// longest that training of a level lasts.
/// </summary>
public sealed class StrandsCovered(PortalDb db) : IMeasure
{
    private const int Months = 36;

    public string Key => MeasureKeys.StrandsCovered;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "Nobody attended a course in the last 36 months";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "strands")} were reached by a course that staff took";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var day = question.Day;
        var strands = await db.Strands.Where(s => s.PartnershipId == question.PartnershipId).InForceOn(day)
            .Select(s => s.Code).ToListAsync(cancel);
        var covered = await db.Courses.Where(c => c.PartnershipId == question.PartnershipId)
            .ToDictionaryAsync(c => c.Id, c => c.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancel);
        var taken = await (
            from place in question.PlacesSince(db, day.AddMonths(-Months))
            where place.State == BookingState.Attended
            join run in db.CourseRuns on place.RunId equals run.Id
            select new { place.AgencyId, run.CourseId }).Distinct().ToListAsync(cancel);
        return [.. taken.GroupBy(t => t.AgencyId)
            .Select(a => (a.Key, Reached: strands.Intersect(a.SelectMany(t => covered[t.CourseId])).ToHashSet()))
            .Select(a => new Measured(a.Key, 0, a.Reached.Count, strands.Count, Note: Note(strands.Where(s => !a.Reached.Contains(s)))))];
    }

    private static string? Note(IEnumerable<string> missing) =>
        string.Join(", ", missing) is { Length: > 0 } codes ? $"Not reached: {codes}" : null;
}
