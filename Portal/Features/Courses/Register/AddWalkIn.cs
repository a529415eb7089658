using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Register;

/// <summary>
/// Puts someone on the register who came without a place, when there is room. They are found by their work email, so that nobody looks
/// through names; and marked as attended at once, unless there is another session.
/// </summary>
public sealed class AddWalkIn(PortalDb db, PlacesOfRun places, Eligibility eligibility, MarkRegister mark, UkClock clock)
{
    public async Task<string> RunAsync(Viewer viewer, Id<CourseRun> runId, string email, CancellationToken cancel)
    {
        var run = await db.CourseRuns.VisibleTo(viewer, db).AsNoTracking().Where(r => r.Id == runId)
            .OneOrRefuseAsync("This date is not within your reach", null, cancel);
        var course = await db.Courses.OfPartnership(viewer).AsNoTracking().Include(c => c.Prices)
            .SingleAsync(c => c.Id == run.CourseId, cancel);
        var (address, today) = (email.ToLowerInvariant(), clock.Today);
        // Of several jobs the one of the agency whose course it is, or the oldest.
        var person = await db.Staff.OfPartnership(viewer).Where(s => s.Email == address)
            .Join(db.Posts.CurrentOn(today), s => s.Id, p => p.StaffId,
                (s, p) => new { s.Id, s.Name, p.AgencyId, Since = p.StartedOn, Post = p.Id })
            .Where(p => course.AgencyId == null || p.AgencyId == course.AgencyId)
            .OrderBy(p => p.Since).ThenBy(p => p.Post).FirstOrDefaultAsync(cancel)
            ?? throw new Refused(course.AgencyId is null ? "Nobody on a staff list of the partnership has this work email"
                : "Nobody of the agency whose course this is has this work email", "Email");
        if ((await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId)).Contains(person.Id))
            throw new Refused("Someone else must put you on the register", "Email");
        var type = await db.Agencies.OfPartnership(viewer).Where(a => a.Id == person.AgencyId).Select(a => a.Type).SingleAsync(cancel);
        Id<Booking> booking = default;
        var isLast = false;
        await places.RunAsync(viewer, runId, [person.Id], async (held, queue) =>
        {
            await eligibility.RefuseIfElsewhereAsync(held, [person.Id], "Email", cancel);
            booking = queue.WalkIn(viewer, person.Id, person.AgencyId, course.PriceFor(type)).Id;
            isLast = held.WhyNotMarkedAt(clock.Now, BookingState.Attended) is null;
            return "Added someone to the register of a course";
        }, cancel);
        if (isLast) await mark.RunAsync(viewer, runId, [booking], BookingState.Attended, cancel);
        return person.Name;
    }
}
