using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S16: of those who were asked three months after a course, in the 12 months up to the day, how many answered. Whoever may still answer
/// is not counted yet. It knows that they answered, and not what.
/// </summary>
public sealed class LearningEvaluated(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.LearningEvaluated;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "Nobody was asked in the last 12 months";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "people asked three months after a course")} answered";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var (since, closed) = (question.Day.AddYears(-1), question.Day.AddDays(-EvaluationRequest.OpenForDays));
        return [.. await (
            from request in db.EvaluationRequests
            where request.PartnershipId == question.PartnershipId && request.Moment == EvaluationMoment.FollowUp
                && request.AskedOn >= since && request.AskedOn <= question.Day && (request.IsAnswered || request.AskedOn < closed)
            join booking in db.Bookings on request.BookingId equals booking.Id
            where question.AgencyId == null || booking.AgencyId == question.AgencyId
            group request by booking.AgencyId into agency
            select new Measured(agency.Key, 0, agency.Count(r => r.IsAnswered), agency.Count(), null, null)).ToListAsync(cancel)];
    }
}
