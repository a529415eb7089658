using Portal.Data;

namespace Portal.Features.Courses.Evaluations;

internal static class OpenQuestions
{
    /// <summary>What people can still answer; how confident they are before a course, only until it begins.</summary>
    public static IQueryable<EvaluationRequest> ToAnswer(this IQueryable<EvaluationRequest> requests, PortalDb db, UkClock clock)
    {
        var (now, asked) = (clock.Now, clock.Today.AddDays(-EvaluationRequest.OpenForDays));
        return requests.Where(r => !r.IsAnswered && r.AskedOn >= asked && (r.Moment != EvaluationMoment.Before
            || db.Bookings.Any(b => b.Id == r.BookingId && db.CourseRuns.Any(run => run.Id == b.RunId && run.StartsAt > now))));
    }
}
