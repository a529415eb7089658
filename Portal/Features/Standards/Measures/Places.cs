using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>Places on courses that were over by the day of a question.</summary>
internal static class Places
{
    public static IQueryable<Booking> PlacesOver12Months(this Question question, PortalDb db) =>
        question.PlacesSince(db, question.Day.AddYears(-1));

    /// <param name="since">The first day on which a course may have ended.</param>
    public static IQueryable<Booking> PlacesSince(this Question question, PortalDb db, DateOnly since)
    {
        var (from, until) = (UkClock.StartOf(since), UkClock.StartOf(question.Day.AddDays(1)));
        var places = db.Bookings.Where(b => b.PartnershipId == question.PartnershipId
            && db.CourseRuns.Any(r => r.Id == b.RunId && r.State == RunState.Published && r.EndsAt >= from && r.EndsAt < until));
        return question.AgencyId is { } one ? places.Where(b => b.AgencyId == one) : places;
    }
}
