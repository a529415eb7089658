using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// Dates that were commissioned for agencies, begun in the 12 months up to a day or still to come, and whether the partnership approved
/// them first: they stand under an order of a request that was approved by the day of the order, and by the first day. Commissioned are
/// dates of in-house courses that somebody else than the agency gives, and those under an order that the agency asked for. What one agency
/// asks for and shares counts for it alone. Urgent training that was commissioned first and asked for within the days that the partnership
/// gives for it is told apart.
/// </summary>
public sealed class CommissionedDates(PortalDb db)
{
    /// <param name="IsFirst">Whether the partnership approved it first.</param>
    /// <param name="IsUrgent">Whether it was urgent instead: commissioned, asked for in time, and then approved.</param>
    public sealed record Row(Id<Agency> Agency, string Code, string Title, DateOnly Day, bool IsFirst, bool IsUrgent)
    {
        /// <summary>Whether it followed what was agreed.</summary>
        public bool Follows => IsFirst || IsUrgent;
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Question question, CancellationToken cancel)
    {
        var (since, one) = (UkClock.StartOf(question.Day.AddYears(-1)), question.AgencyId);
        var orders = from ordered in db.TrainingOrders.SelectMany(o => o.Runs)
                     join order in db.TrainingOrders on ordered.OrderId equals order.Id
                     join request in db.CommissioningRequests on order.RequestId equals request.Id
                     where request.PartnershipId == question.PartnershipId && request.State == RequestState.Approved
                         && order.On <= question.Day
                     select new
                     {
                         ordered.RunId, order.On, request.AgencyId, request.CommissionedOn, request.AskBy,
                         // Declined first, it is approved from the day of the appeal.
                         At = request.Appeal!.Outcome == AppealOutcome.Changed && request.Appeal.Against == AppealAgainst.Declining
                             ? request.Appeal.AnsweredAt : request.Decision!.At,
                         AskedAt = request.Events.Where(e => e.Step == RequestStep.Submitted).Min(e => (DateTime?)e.At),
                     };
        var dates = await (
            from run in db.CourseRuns
            where run.PartnershipId == question.PartnershipId && run.State == RunState.Published && run.StartsAt >= since
            join course in db.Courses on run.CourseId equals course.Id
            join provider in db.Providers on course.ProviderId equals provider.Id
            join order in orders on run.Id equals order.RunId into under
            from order in under.DefaultIfEmpty()
            where (course.AgencyId != null && (provider.AgencyId == null || provider.AgencyId != course.AgencyId)
                    && (one == null || course.AgencyId == one))
                || (order.AgencyId != null && (one == null || order.AgencyId == one))
            select new
            {
                run.StartsAt, course.Code, course.Title, InHouse = course.AgencyId, Gives = provider.AgencyId, Asked = order.AgencyId,
                OrderedOn = (DateOnly?)order.On, ApprovedAt = order.At, order.CommissionedOn, order.AskBy, order.AskedAt,
            }).ToListAsync(cancel);
        return [.. dates
            .SelectMany(d => new[] { d.InHouse == d.Gives ? null : d.InHouse, d.Asked }.OfType<Id<Agency>>().Distinct()
                .Select(agency => new Row(agency, d.Code, d.Title, UkClock.DayOf(d.StartsAt),
                    IsFirst: d.CommissionedOn is null && d.ApprovedAt is { } at && UkClock.DayOf(at) <= UkClock.DayOf(d.StartsAt)
                        && UkClock.DayOf(at) <= d.OrderedOn,
                    IsUrgent: d.CommissionedOn <= UkClock.DayOf(d.StartsAt) && d.AskedAt is { } asked && UkClock.DayOf(asked) <= d.AskBy)))
            .Where(d => one is null || d.Agency == one)];
    }
}
