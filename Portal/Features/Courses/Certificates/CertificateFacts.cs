using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Certificates;

/// <summary>What a certificate says today of a course, and of nobody.</summary>
public sealed class CertificateFacts(PortalDb db, UkClock clock)
{
    /// <summary>A level that the attendance counts for, and until when: null when it does not lapse.</summary>
    public sealed record Reached(Level Level, DateOnly? Until);

    /// <param name="Day">The last day of the course.</param>
    /// <param name="RevokedOn">The day on which the attendance was taken back; null while it is genuine.</param>
    /// <param name="IsSuperseded">Whether the same person has attended for the same level since.</param>
    public sealed record Facts(
        string Course, string Provider, decimal Hours, DateOnly Day, DateOnly IssuedOn, DateOnly? RevokedOn, bool IsSuperseded,
        IReadOnlyList<Reached> Levels);

    public async Task<Facts> RunAsync(Certificate certificate, CancellationToken cancel)
    {
        var about = await (
            from booking in db.Bookings
            where booking.Id == certificate.BookingId
            join run in db.CourseRuns on booking.RunId equals run.Id
            join course in db.Courses on run.CourseId equals course.Id
            join provider in db.Providers on course.ProviderId equals provider.Id
            select new { booking.StaffId, course.Title, Provider = provider.Name, course.Hours, run.EndsAt }).SingleAsync(cancel);
        var records = await db.TrainingRecords.Where(r => r.BookingId == certificate.BookingId && r.State == RecordState.Verified)
            .Select(r => new { r.LevelNumber, r.AchievedOn, r.EndsOn }).ToListAsync(cancel);
        var framework = await db.RuleInForceAsync(certificate.PartnershipId, clock.Today, cancel);
        var levels = from record in records
                     from level in framework?.Levels.Where(l => l.Number == record.LevelNumber) ?? []
                     orderby level.Number
                     select new Reached(level, Competence.LastDay(level, record.AchievedOn, record.EndsOn));
        var (numbers, day) = (records.ConvertAll(r => r.LevelNumber), UkClock.DayOf(about.EndsAt));
        var superseded = await db.TrainingRecords.AnyAsync(r => r.StaffId == about.StaffId && r.State == RecordState.Verified
            && numbers.Contains(r.LevelNumber) && r.AchievedOn > day, cancel);
        return new(about.Title, about.Provider, about.Hours, day, certificate.IssuedOn, certificate.RevokedOn, superseded, [.. levels]);
    }
}
