using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class TheCoursesOfTheBorough
{
    [Fact]
    public async Task Are_sixteen_of_several_providers_with_three_years_of_dates_and_bookings()
    {
        await using var database = await TestDatabase.CreateBoroughAsync();
        await using var db = database.Open();
        var (today, now) = (database.Clock.Today, database.Clock.Now);

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"C{n:00}"), await db.Courses.Select(c => c.Code).Order().ToListAsync());
        var ending = await db.Set<QualityMark>().Where(m => m.EndsOn <= today.AddDays(30)).ToListAsync();
        Assert.Equal(
            "Turnpoint Behaviour Change",
            await db.Providers.Where(p => p.Id == Assert.Single(ending).ProviderId).Select(p => p.Name).SingleAsync());
        Assert.InRange(await db.CourseRuns.CountAsync(r => r.EndsAt < now), 48, 52);
        Assert.InRange(await db.CourseRuns.CountAsync(r => r.StartsAt > now), 12, 20);
        Assert.InRange(await db.Bookings.CountAsync(), 1_100, 1_300);
        Assert.True(await db.CourseRuns.MinAsync(r => r.StartsAt) < now.AddDays(-900));
        foreach (var state in new[]
        {
            BookingState.Attended, BookingState.PartAttended, BookingState.DidNotAttend, BookingState.Excused, BookingState.Cancelled,
            BookingState.Substituted, BookingState.Waiting, BookingState.Offered, BookingState.Booked, BookingState.AwaitingManager,
        })
            Assert.True(await db.Bookings.AnyAsync(b => b.State == state), $"{state}");
        Assert.True(await db.Bookings.AnyAsync(b => b.State == BookingState.Cancelled && b.IsLate));
        Assert.True(await db.Set<BookingEvent>().AllAsync(e => e.At <= now) && await db.Set<RunEvent>().AllAsync(e => e.At <= now));
    }

    [Fact]
    public async Task Cover_statements_and_strands_that_there_are()
    {
        await using var database = await TestDatabase.CreateBoroughAsync();
        await using var db = database.Open();
        var framework = (await db.FrameworkInForceAsync((await db.Partnerships.SingleAsync()).Id, database.Clock.Today, default))!;
        var courses = await db.Courses.Include(c => c.Levels).Include(c => c.Competencies).ToListAsync();
        var strands = await db.Strands.Select(s => s.Code).ToListAsync();

        Assert.All(courses, c =>
        {
            Assert.Equal(framework.Code, Assert.Single(c.Levels.Select(l => l.Framework).Distinct()));
            Assert.Empty(c.Levels.Select(l => l.LevelNumber).Except(framework.Levels.Select(l => l.Number)));
            Assert.Empty(c.Competencies.Select(x => x.Code).Except(framework.Competencies.Select(x => x.Code)));
            Assert.Empty(c.Strands.Split(' ').Except(strands));
        });
        foreach (var (one, other) in new[] { ("C02", "C04"), ("C07", "C08") })
        {
            var (a, b) = (courses.Single(c => c.Code == one), courses.Single(c => c.Code == other));
            Assert.True(a.Competencies.Select(c => c.Code).Intersect(b.Competencies.Select(c => c.Code)).Count() >= 4);
            Assert.True(a.Strands.Split(' ').Intersect(b.Strands.Split(' ')).Count() >= 2);
        }
    }

    [Fact]
    public async Task Keep_every_rule_of_places_and_put_nobody_in_two_rooms()
    {
        await using var database = await TestDatabase.CreateBoroughAsync();
        await using var db = database.Open();
        var runs = await db.CourseRuns.Include(r => r.Sessions).Include(r => r.Allocations).AsSplitQuery().ToListAsync();
        var bookings = (await db.Bookings.ToListAsync()).ToLookup(b => b.RunId);

        Assert.All(runs, run =>
        {
            var places = new RunPlaces(run, bookings[run.Id], database.Clock.Now);
            Assert.True(places.Taken <= run.MaxPlaces);
            Assert.Empty(places.OfferFree(Viewer.System(run.PartnershipId)));
            Assert.Empty(places.LapseUnanswered(Viewer.System(run.PartnershipId)));
            Assert.True(run.StartsAt > database.Clock.Now || bookings[run.Id].All(b => b.State != BookingState.Waiting));
        });
        var busy = runs.SelectMany(r => r.Sessions.SelectMany(
            s => bookings[r.Id].Where(b => b.State.HoldsPlace()).Select(b => (b.StaffId, s.Day))));
        Assert.True(busy.GroupBy(b => b).All(b => b.Count() == 1));
    }

    [Fact]
    public async Task Were_attended_by_people_who_hold_what_they_attended_and_whose_job_needs_it()
    {
        await using var database = await TestDatabase.CreateBoroughAsync();
        await using var db = database.Open();
        var framework = (await db.FrameworkInForceAsync((await db.Partnerships.SingleAsync()).Id, database.Clock.Today, default))!;
        var records = (await db.TrainingRecords.Where(r => r.State == RecordState.Verified).ToListAsync())
            .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));
        var needs = (await Need.InPost(db, framework.PartnershipId, framework.Id, database.Clock.Today).ToListAsync())
            .ToLookup(n => n.StaffId, n => n.Level);
        var came = await db.Bookings.Where(b => b.State == BookingState.Attended).Join(db.CourseRuns, b => b.RunId, r => r.Id, (b, r) => new
        {
            b.StaffId, Level = db.Set<CoveredLevel>().Where(l => l.CourseId == r.CourseId).Max(l => l.LevelNumber),
        }).ToListAsync();

        Assert.NotEmpty(came);
        Assert.All(came, c => Assert.True(Competence.Holds(framework, [.. records[c.StaffId]], c.Level, database.Clock.Today)));
        Assert.All(came, c => Assert.Contains(needs[c.StaffId], level => level >= c.Level));
    }

    [Fact]
    public async Task Have_something_to_look_at_for_whoever_one_may_sign_in_as()
    {
        await using var database = await TestDatabase.CreateBoroughAsync();
        await using var db = database.Open();
        var now = database.Clock.Now;
        Task<Membership> At(Role role) => db.Memberships.SingleAsync(m => m.Role == role && db.Users
            .Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[role]));
        var (learner, manager, provider) = (await At(Role.Learner), await At(Role.LineManager), await At(Role.CourseProvider));

        Assert.Equal(BookingState.Offered, (await db.Bookings.SingleAsync(b => b.StaffId == learner.StaffId && b.AnswerBy > now)).State);
        Assert.True(await db.CourseRuns.AnyAsync(r => r.OpensAt < now && r.ClosesAt > now
            && db.Courses.Any(c => c.Id == r.CourseId && c.Code == "C04")
            && db.Bookings.Count(b => b.RunId == r.Id && b.State == BookingState.Booked) < r.MaxPlaces - 3));
        Assert.True(await db.Bookings.AnyAsync(b => b.State == BookingState.AwaitingManager
            && db.Posts.Any(p => p.StaffId == b.StaffId && p.ManagerId == manager.StaffId)));
        Assert.True(await db.CourseRuns.AnyAsync(r => r.StartsAt > now && r.Trainers.Any(t => t.UserId == provider.UserId)
            && db.Courses.Any(c => c.Id == r.CourseId && c.ProviderId == provider.ProviderId)));
        Assert.True(await db.CourseRuns.AnyAsync(r => r.StartsAt > now && r.StartsAt < now.AddDays(30)
            && db.Bookings.Count(b => b.RunId == r.Id && b.State == BookingState.Booked) < r.MinPlaces));
    }
}
