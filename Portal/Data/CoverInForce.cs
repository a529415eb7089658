using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// What <see cref="CompetencyCover"/> decides by: the statements in force and the courses that cover them, and what a person was taught.
/// </summary>
public static class CoverInForce
{
    /// <summary>Null when no framework is in force.</summary>
    public static async Task<CompetencyCover?> CoverInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel)
    {
        if (await db.FrameworkInForceAsync(partnershipId, day, cancel) is not { } framework) return null;
        var earlier = await db.Frameworks.AsNoTracking().Include(f => f.Competencies)
            .Where(f => f.PartnershipId == partnershipId && f.Code == framework.Code && f.State == FrameworkState.Published
                && f.EffectiveFrom < framework.EffectiveFrom).ToListAsync(cancel);
        var covered = await db.Set<CoveredCompetency>()
            .Where(c => c.Framework == framework.Code && db.Courses.Any(o => o.Id == c.CourseId && o.PartnershipId == partnershipId))
            .Select(c => new { c.CourseId, c.Code }).ToListAsync(cancel);
        var since = await SinceAsync(db, [.. covered.Select(c => c.CourseId.Value).Distinct()], cancel);
        return new(framework, covered.Select(c => new CompetencyCover.Taught(
            c.CourseId, c.Code, since.TryGetValue((c.CourseId.Value, c.Code), out var from) ? from : null)),
            CompetencyCover.Reworded(framework, earlier), day);
    }

    /// <summary>
    /// What one person has been taught by a day: verified records that no register wrote, and courses that they attended.
    /// <see cref="CoverCount"/> counts the same of many.
    /// </summary>
    public static async Task<IReadOnlyCollection<CompetencyCover.Evidence>> TaughtAsync(
        this PortalDb db, Id<StaffMember> staff, DateOnly day, CancellationToken cancel)
    {
        var records = await db.TrainingRecords.Where(r => r.StaffId == staff).WithNoCourseBehind(day)
            .Select(r => new { r.Course, r.AchievedOn, r.LevelNumber, r.EndsOn }).ToListAsync(cancel);
        var attended = await (from place in Attendance.By(db, day)
                              where place.StaffId == staff
                              join course in db.Courses on place.CourseId equals course.Id
                              select new { course.Title, place.EndsAt, course.Id }).ToListAsync(cancel);
        return
        [
            .. records.Select(r => new CompetencyCover.Evidence(r.Course, r.AchievedOn, r.LevelNumber, r.EndsOn)),
            .. attended.Select(a => new CompetencyCover.Evidence(a.Title, UkClock.DayOf(a.EndsAt), CourseId: a.Id)),
        ];
    }

    /// <summary>Verified records of training by a day that no register wrote.</summary>
    internal static IQueryable<TrainingRecord> WithNoCourseBehind(this IQueryable<TrainingRecord> records, DateOnly day) =>
        records.Where(r => r.State == RecordState.Verified && r.BookingId == null && r.AchievedOn <= day);

    /// <summary>That someone attended a course to its end.</summary>
    internal sealed record Attendance
    {
        public Id<StaffMember> StaffId { get; init; }
        public Id<Course> CourseId { get; init; }
        public DateTime EndsAt { get; init; }

        public static IQueryable<Attendance> By(PortalDb db, DateOnly day)
        {
            var end = UkClock.StartOf(day.AddDays(1));
            return from booking in db.Bookings
                   where booking.State == BookingState.Attended
                   join run in db.CourseRuns on booking.RunId equals run.Id
                   where run.EndsAt < end
                   select new Attendance { StaffId = booking.StaffId, CourseId = run.CourseId, EndsAt = run.EndsAt };
        }
    }

    /// <summary>
    /// Since when courses cover what they came to cover after they were added. The audit knows: what it has let go of is older than any
    /// training that still counts.
    /// </summary>
    private static async Task<Dictionary<(Guid Course, string Code), DateOnly>> SinceAsync(
        PortalDb db, IReadOnlyCollection<Guid> courses, CancellationToken cancel) => (await (
        from change in db.AuditChanges
        where change.Entity == nameof(CoveredCompetency) && courses.Contains(change.EntityId)
            && change.Field == nameof(CoveredCompetency.Code) && change.New != null
            && !db.AuditChanges.Any(added => added.Entity == nameof(Course) && added.EntityId == change.EntityId
                && added.EntryId == change.EntryId && added.Field == nameof(Course.Code))
        join entry in db.AuditEntries on change.EntryId equals entry.Id
        group entry.At by new { change.EntityId, change.New } into changes
        select new { changes.Key.EntityId, changes.Key.New, At = changes.Max() }).ToListAsync(cancel))
        .ToDictionary(c => (c.EntityId, c.New!), c => UkClock.DayOf(c.At));
}
