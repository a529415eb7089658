using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Register;

/// <summary>
/// Says in the register who came, corrects it, or takes a mark back. Who attended has a verified training record for each level of the
/// framework in force that the course covers, and a certificate; when that is no longer said, they are taken back. Refused for one’s own
/// attendance, and before the date begins.
/// </summary>
public sealed class MarkRegister(PortalDb db, Eligibility eligibility, UkClock clock)
{
    /// <param name="mark">Null to take the mark back.</param>
    public Task RunAsync(
        Viewer viewer, Id<CourseRun> runId, IReadOnlyCollection<Id<Booking>> bookings, BookingState? mark, CancellationToken cancel) =>
        // First of all the lock of whoever changes training: what is read from here on stays true until it is saved.
        db.ChangeStaffListAsync(viewer, async () =>
        {
            var run = await db.CourseRuns.VisibleTo(viewer, db).Include(r => r.Sessions).Where(r => r.Id == runId)
                .OneOrRefuseAsync("This date is not within your reach", null, cancel);
            var marked = await db.Bookings.Where(b => b.RunId == runId && bookings.Contains(b.Id)).ToListAsync(cancel);
            if (marked.Count == 0) throw new Refused("There is nobody to mark");
            var own = await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);
            if (marked.Exists(b => own.Contains(b.StaffId))) throw new Refused("Someone else must mark your own attendance");
            await RefuseIfElsewhereAsync(run, marked, mark, cancel);
            var had = marked.Where(b => b.State == BookingState.Attended).ToList();
            foreach (var booking in marked)
            {
                if (mark is { } said) booking.Mark(said, run, viewer, clock.Now);
                else booking.TakeMarkBack(viewer, clock.Now);
            }
            await TakeBackAsync([.. had.Where(b => b.State != BookingState.Attended).Select(b => b.Id)], cancel);
            await WriteAsync(viewer, run, [.. marked.Where(b => b.State == BookingState.Attended).Except(had)], cancel);
            return mark is null ? "Took back a mark in the register of a course" : "Marked the register of a course";
        }, cancel);

    /// <summary>Whoever was marked as not there may have a place elsewhere since: they are held, as by whoever books for them.</summary>
    private async Task RefuseIfElsewhereAsync(CourseRun run, IReadOnlyList<Booking> marked, BookingState? mark, CancellationToken cancel)
    {
        if (!(mark ?? BookingState.Booked).TakesTheHours()) return;
        List<Id<StaffMember>> back = [.. marked.Where(b => !b.State.TakesTheHours()).Select(b => b.StaffId).Order()];
        foreach (var person in back) await db.HoldAsync(person, cancel);
        await eligibility.RefuseIfElsewhereAsync(run, back, null, cancel);
    }

    private async Task WriteAsync(Viewer viewer, CourseRun run, IReadOnlyList<Booking> attended, CancellationToken cancel)
    {
        if (attended.Count == 0) return;
        var day = UkClock.DayOf(run.EndsAt);
        var course = await db.Courses.OfPartnership(viewer).AsNoTracking().Include(c => c.Levels)
            .SingleAsync(c => c.Id == run.CourseId, cancel);
        var provider = await db.Providers.OfPartnership(viewer).Where(p => p.Id == course.ProviderId).Select(p => p.Name)
            .SingleAsync(cancel);
        var framework = await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var levels = course.Levels.Where(l => l.Framework == framework?.Code && framework.Levels.Any(f => f.Number == l.LevelNumber))
            .Select(l => l.LevelNumber).ToList();
        foreach (var booking in attended)
        {
            db.TrainingRecords.AddRange(levels.Select(level => Record(booking, level)));
            db.Certificates.Add(new()
            {
                PartnershipId = run.PartnershipId, BookingId = booking.Id, IssuedOn = clock.Today,
            });
        }

        TrainingRecord Record(Booking booking, int level)
        {
            // Nobody entered it: the register says so, and whoever marks it has seen them.
            var record = new TrainingRecord
            {
                PartnershipId = run.PartnershipId, StaffId = booking.StaffId, AgencyId = booking.AgencyId, BookingId = booking.Id,
                LevelNumber = level, AchievedOn = day, Course = course.Title, Provider = provider, Source = RecordSource.Course,
                RecordedBy = null,
            };
            record.Verify(viewer.UserId, clock.Today);
            return record;
        }
    }

    private async Task TakeBackAsync(IReadOnlyCollection<Id<Booking>> bookings, CancellationToken cancel)
    {
        if (bookings.Count == 0) return;
        var records = db.TrainingRecords.Where(r => bookings.Contains(r.BookingId!.Value) && r.State == RecordState.Verified);
        foreach (var record in await records.ToListAsync(cancel)) record.TakeBack();
        var certificates = db.Certificates.Where(c => bookings.Contains(c.BookingId) && c.RevokedOn == null);
        foreach (var certificate in await certificates.ToListAsync(cancel)) certificate.Revoke(clock.Today);
    }
}
