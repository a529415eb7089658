using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// What holds on a day, for the database. Each is said of one row in the domain too (<see cref="Agency.IsOpenOn"/> and its like);
/// a test holds the two together. Which memberships hold is said by <see cref="CurrentMemberships"/>.
/// </summary>
public static class InForce
{
    /// <summary>Agencies that have not closed or merged by a day.</summary>
    public static IQueryable<Agency> OpenOn(this IQueryable<Agency> agencies, DateOnly day) =>
        agencies.Where(a => a.ClosedOn == null || a.ClosedOn > day);

    /// <summary>Agencies whose staff list was last confirmed too long before a day to say anything about it, or never.</summary>
    public static IQueryable<Agency> WithStaleStaffListOn(this IQueryable<Agency> agencies, DateOnly day)
    {
        var since = day.AddDays(-Agency.StaffListFreshDays);
        return agencies.Where(a => a.StaffListConfirmedOn == null || a.StaffListConfirmedOn < since);
    }

    /// <summary>Posts that someone still holds on a day, those not begun yet included.</summary>
    public static IQueryable<Post> CurrentOn(this IQueryable<Post> posts, DateOnly day) =>
        posts.Where(p => p.LeftOn == null || p.LeftOn > day);

    /// <summary>Posts that someone holds on a day: begun, and not yet left.</summary>
    public static IQueryable<Post> HeldOn(this IQueryable<Post> posts, DateOnly day) =>
        posts.CurrentOn(day).Where(p => p.StartedOn == null || p.StartedOn <= day);

    /// <summary>Strands that training covers on a day.</summary>
    public static IQueryable<Strand> InForceOn(this IQueryable<Strand> strands, DateOnly day) =>
        strands.Where(s => s.From <= day && (s.Until == null || s.Until > day));

    /// <summary>Results that stood on a day.</summary>
    public static IQueryable<StandardResult> StandingOn(this IQueryable<StandardResult> results, DateOnly day) =>
        results.Where(r => r.From <= day && (r.Until == null || r.Until > day));

    /// <summary>Results that were measured and said, as <see cref="StandardWords.IsJudged"/> has it.</summary>
    public static IQueryable<StandardResult> Judged(this IQueryable<StandardResult> results) =>
        results.Where(r => r.Outcome == Outcome.Met || r.Outcome == Outcome.PartlyMet || r.Outcome == Outcome.NotMet);

    /// <summary>Results that nothing has replaced.</summary>
    public static IQueryable<StandardResult> Latest(this IQueryable<StandardResult> results) => results.Where(r => r.Until == null);

    /// <summary>Flags that were open on a day.</summary>
    public static IQueryable<Flag> OpenOn(this IQueryable<Flag> flags, DateOnly day) =>
        flags.Where(f => f.FirstSeenOn <= day && (f.ClosedOn == null || f.ClosedOn > day));

    /// <summary>Flags that nothing has closed.</summary>
    public static IQueryable<Flag> StillOpen(this IQueryable<Flag> flags) => flags.Where(f => f.ClosedOn == null);

    /// <summary>Results on the standard whose figure stands for the whole: how many of those who need a level hold it.</summary>
    public static IQueryable<StandardResult> OnHeadline(this IQueryable<StandardResult> results, PortalDb db) =>
        results.Where(r => db.Standards.Any(s => s.Id == r.StandardId && s.Measure == MeasureKeys.StaffAtRequiredLevel));

    /// <summary>
    /// Requests of which no order was cancelled by a day, or another stands or was given: where all were, nothing more depends on the
    /// conditions of the approval.
    /// </summary>
    public static IQueryable<CommissioningRequest> NotCancelledBy(
        this IQueryable<CommissioningRequest> requests, PortalDb db, DateOnly day) =>
        requests.Where(r => !db.TrainingOrders.Any(o => o.RequestId == r.Id && o.IsCancelled && o.EndedOn <= day)
            || db.TrainingOrders.Any(o => o.RequestId == r.Id && o.On <= day && !(o.IsCancelled && o.EndedOn <= day)));

    /// <summary>
    /// From which level a shortfall is critical on a day, by the standard that people are counted by; null where no level is.
    /// </summary>
    public static Task<int?> CriticalFromLevelAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.Standards
        .InForceOn(db, partnershipId, day).Where(s => s.Measure == MeasureKeys.StaffAtRequiredLevel)
        .MinAsync(s => s.CriticalFromLevel, cancel);

    /// <summary>The version of each standard of a partnership that is in force on a day.</summary>
    public static IQueryable<Standard> InForceOn(
        this IQueryable<Standard> standards, PortalDb db, Id<Partnership> partnershipId, DateOnly day) => standards
        .Where(s => s.PartnershipId == partnershipId && s.EffectiveFrom <= day)
        .Where(s => !db.Standards.Any(later => later.PartnershipId == partnershipId && later.Code == s.Code && later.EffectiveFrom <= day
            && later.Number > s.Number));
}
