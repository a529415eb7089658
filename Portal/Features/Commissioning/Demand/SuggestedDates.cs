using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.SchoolTerms;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// Dates that would give everyone a place who will need one at a level: of the accredited course of the partnership that is given most,
/// with as many places as it usually has.
/// </summary>
public sealed class SuggestedDates(PortalDb db, TermList terms, UkClock clock)
{
    private const int YearsOfDates = 2;

    /// <param name="Places">That a date of it usually has: the mean of the last two years.</param>
    public sealed record Given(Id<Course> Id, string Code, string Title, int Places);

    /// <param name="Course">Null when no accredited course on offer that leads to the level had a date.</param>
    /// <param name="Seats">People whom a date brings to the level: its places, of which not all are used.</param>
    /// <param name="HasSchoolStaff">Whether any of those who need a place works in a school.</param>
    /// <param name="TermsUntil">The last day of which school terms are known; null when none are.</param>
    public sealed record Found(Given? Course, decimal Seats, SuggestedRuns.Plan Plan, bool HasSchoolStaff, DateOnly? TermsUntil);

    public async Task<Found> RunAsync(Viewer viewer, DemandFigures figures, int level, DemandFigures.Part part,
        DemandAssumptions assumed, CancellationToken cancel)
    {
        var facts = figures.Of(level, part);
        var lines = DemandForecast.Of(facts, assumed, figures.AsAt);
        var school = new SchoolDays(await terms.RunAsync(viewer, cancel));
        var hasSchoolStaff = part.Type is null or AgencyType.Education
            && figures.Of(level, part with { Type = AgencyType.Education }).Below[assumed.Months] > 0;
        if (await CourseAsync(viewer, level, cancel) is not { } course)
            return new(null, 0, SuggestedRuns.Of([], 0, figures.AsAt, _ => true), hasSchoolStaff, school.KnownUntil);
        var seats = course.Places * facts.UsedShare(assumed);
        var plan = SuggestedRuns.Of(lines, seats, figures.AsAt, day => !hasSchoolStaff || !school.IsHoliday(day));
        return new(course, seats, plan, hasSchoolStaff, school.KnownUntil);
    }

    private async Task<Given?> CourseAsync(Viewer viewer, int level, CancellationToken cancel)
    {
        var (today, since) = (clock.Today, UkClock.StartOf(clock.Today.AddYears(-YearsOfDates)));
        var code = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.FrameworkCode).SingleAsync(cancel);
        var courses = db.Courses.OfferedTo(viewer).OfferedOn(today).AccreditedOn(db, today)
            .Where(c => c.AgencyId == null && c.Mode != CourseMode.ELearning && !c.IsRefresher
                && c.Levels.Any(l => l.Framework == code && l.LevelNumber == level));
        var given = await (
            from course in courses
            join run in db.CourseRuns on course.Id equals run.CourseId
            where run.State == RunState.Published && run.StartsAt >= since
            group run.MaxPlaces by new { course.Id, course.Code, course.Title } into dates
            orderby dates.Count() descending, dates.Key.Code
            select new { dates.Key, Places = dates.Average() }).FirstOrDefaultAsync(cancel);
        return given is null ? null : new(given.Key.Id, given.Key.Code, given.Key.Title,
            Math.Max(1, (int)Math.Round(given.Places, MidpointRounding.AwayFromZero)));
    }
}
