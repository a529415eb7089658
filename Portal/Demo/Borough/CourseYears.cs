using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>Invents the courses of a borough, their dates and who came, and writes them course by course, in flat memory.</summary>
/// <param name="offer">The courses.</param>
/// <param name="trainers">Who gives those of each provider.</param>
internal sealed class CourseYears(
    Dice dice, CourseOffer offer, Learners learners, IReadOnlyDictionary<Id<Provider>, Viewer> trainers, Viewer system, DateOnly programme,
    DateTime now)
{
    private readonly CourseDates dates = new(dice, system, programme, now);
    private readonly CourseBookings bookings = new(dice, learners, system.PartnershipId, now);

    /// <param name="shown">The member of staff and the line manager whom one may sign in as; null where nobody signs in.</param>
    public async Task WriteAsync(PortalDb db, (StaffMember Learner, StaffMember Manager)? shown, CancellationToken cancel)
    {
        var courses = offer.Courses.Select(c => c.Course).ToList();
        await db.BulkInsertAsync(offer.Providers.Values, cancel);
        await db.BulkInsertAsync(offer.Providers.Values.SelectMany(p => p.Marks), cancel);
        await db.BulkInsertAsync(offer.Venues.Values, cancel);
        await db.BulkInsertAsync(courses, cancel);
        await db.BulkInsertAsync(courses.SelectMany(c => c.Levels), cancel);
        await db.BulkInsertAsync(courses.SelectMany(c => c.Competencies), cancel);
        await db.BulkInsertAsync(courses.SelectMany(c => c.Prices), cancel);
        var team = shown is { } people ? learners.TeamOf(people.Manager.Id).ToList() : [];
        foreach (var (seed, course) in offer.Courses.Where(c => c.Seed.Venues is not null))
            await WriteAsync(db, seed, course, team, team.Find(l => l.Post.StaffId == shown?.Learner.Id), cancel);
    }

    private async Task WriteAsync(
        PortalDb db, OfferSeed seed, Course course, List<Learners.Learner> team, Learners.Learner? shown, CancellationToken cancel)
    {
        var (venues, trainer) = (seed.Venues!.Select(v => offer.Venues[v]).ToList(), trainers[course.ProviderId]);
        var (runs, places) = (new List<CourseRun>(), new List<Booking>());
        foreach (var run in dates.Past(seed, course, venues, trainer.UserId!.Value))
        {
            runs.Add(run);
            places.AddRange(bookings.Past(seed, course, run, trainer));
        }
        foreach (var ahead in seed.Ahead ?? [])
        {
            var run = dates.Ahead(seed, course, venues, trainer.UserId!.Value, ahead);
            if (ahead.Story == DateStory.KeepsPlaces && learners.Draw(dice, seed, run) is { } guest)
                run.Keep(new Dictionary<Id<Agency>, int> { [guest.Post.AgencyId] = 4 });
            runs.Add(run);
            var list = bookings.Ahead(seed, course, run, ahead.Story, shown);
            if (run.ManagerApproves && run.WhyNotBookedAt(now) is null && Colleague(list) is { } colleague)
                list.Add(bookings.AwaitingManager(course, run, colleague, list.Count + 1));
            places.AddRange(list);
        }
        await db.BulkInsertAsync(runs, cancel);
        await db.BulkInsertAsync(runs.SelectMany(r => r.Sessions), cancel);
        await db.BulkInsertAsync(runs.SelectMany(r => r.Allocations), cancel);
        await db.BulkInsertAsync(runs.SelectMany(r => r.Trainers), cancel);
        await db.BulkInsertAsync(runs.SelectMany(r => r.Events), cancel);
        await db.BulkInsertAsync(places, cancel);
        await db.BulkInsertAsync(places.SelectMany(b => b.Events), cancel);

        Learners.Learner? Colleague(List<Booking> booked) => team.Find(l =>
            l != shown && seed.Levels.Contains(l.Need) && booked.TrueForAll(b => b.StaffId != l.Post.StaffId));
    }
}
