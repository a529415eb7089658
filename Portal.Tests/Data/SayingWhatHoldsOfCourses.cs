using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;
using Portal.Tests.Features.Courses.Catalogue;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>The database and the domain say the same of courses and bookings, on the days on which it turns.</summary>
public sealed class SayingWhatHoldsOfCourses : InACatalogue
{
    [Fact]
    public async Task What_is_accredited_on_a_day()
    {
        var (bare, forEver) = (Given.Provider(Borough.Partnership.Id, "Bare"), Given.Provider(Borough.Partnership.Id, "For ever"));
        forEver.Add(Given.Mark(forEver, Today.AddDays(1)));
        await HasAsync(bare, forEver, Given.Course(Larch, "C01"), Given.Course(bare, "C02"), Given.Course(forEver, "C03"),
            Given.Course(bare, "C04", accreditedUntil: Today.AddDays(10)));
        await using var db = Database.Open();
        var courses = await db.Courses.ToListAsync();
        var providers = await db.Providers.Include(p => p.Marks).ToDictionaryAsync(p => p.Id);
        foreach (var day in new[] { 0, 1, 10, 11, 45, 46, 900 }.Select(Today.AddDays))
            Assert.Equal(courses.Where(c => c.IsAccreditedOn(day, providers[c.ProviderId])).Select(c => c.Code).Order(),
                (await db.Courses.AccreditedOn(db, day).Select(c => c.Code).ToListAsync()).Order());
    }

    [Fact]
    public async Task What_is_offered_on_a_day()
    {
        var withdrawn = Given.Course(Larch, "C02");
        withdrawn.Withdraw(Today);
        await HasAsync(Given.Course(Larch), withdrawn);
        await using var db = Database.Open();
        var courses = await db.Courses.ToListAsync();
        foreach (var day in new[] { -1, 0, 1 }.Select(Today.AddDays))
            Assert.Equal(courses.Where(c => c.IsOfferedOn(day)).ToHashSet(), (await db.Courses.OfferedOn(day).ToListAsync()).ToHashSet());
    }

    [Fact]
    public async Task What_no_review_vouches_for()
    {
        // A leap day is the end of a month that two years before or after ends sooner.
        var leap = new DateOnly(2028, 2, 29);
        DateOnly[] reviewed = [leap.AddYears(-2).AddDays(-1), leap.AddYears(-2), leap.AddYears(-2).AddDays(1), leap];
        var courses = reviewed.Select((_, i) => Given.Course(Larch, $"C{i:00}", agency: Borough.Homes)).ToList();
        var failed = Given.Course(Larch, "C10", agency: Borough.Homes);
        await HasAsync([.. courses, failed, Given.Course(Larch, "C11"), .. courses.Select((c, i) => Given.Review(c, reviewed[i])),
            Given.Review(failed, leap.AddDays(-1)), Given.Review(failed, leap, passed: false)]);
        await using var db = Database.Open();
        var reviews = await db.CourseReviews.ToListAsync();
        var inHouse = await db.Courses.Where(c => c.AgencyId != null).ToListAsync();
        foreach (var day in new[] { -1, 0, 1, 366, 731, 732 }.Select(leap.AddDays))
            Assert.Equal(
                inHouse.Where(c => reviews.Where(r => r.CourseId == c.Id && r.ReviewedOn <= day).MaxBy(r => r.ReviewedOn)
                    is not { Passed: true } last || !last.CountsOn(day)).Select(c => c.Code).Order(),
                (await db.Courses.NotReviewedOn(db, day).Select(c => c.Code).ToListAsync()).Order());
    }

    [Fact]
    public async Task Which_bookings_hold_a_place_and_which_are_live()
    {
        var course = Given.Course(Larch);
        var run = Date(course, 20, places: 1);
        await HasAsync(course, run);
        await BookedAsync(run, Borough.Homes, people: 3);
        await using var db = Database.Open();
        var bookings = await db.Bookings.ToListAsync();
        Assert.Equal(3, bookings.Count);
        Assert.Equal(bookings.Where(b => b.State.HoldsPlace()).ToHashSet(), (await db.Bookings.HoldingPlaces().ToListAsync()).ToHashSet());
        Assert.Single(await db.Bookings.HoldingPlaces().ToListAsync());
        Assert.Equal(3, await db.Bookings.Live().CountAsync());
        bookings[0].Cancel(run, Borough.Commissioner, Database.Clock.Now);
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
        Assert.Equal(bookings.Where(b => b.State.IsLive()).ToHashSet(), (await db.Bookings.Live().ToListAsync()).ToHashSet());
        Assert.Equal(2, await db.Bookings.Live().CountAsync());
    }

    [Fact]
    public async Task On_which_dates_a_place_is_free_for_an_agency()
    {
        var course = Given.Course(Larch);
        CourseRun[] runs =
        [
            Date(course, 20, places: 2), Date(course, 20, places: 3), Date(course, 21, places: 3, keptFor: Borough.Clinic, kept: 3),
            Date(course, 22, places: 3, keptFor: Borough.Clinic, kept: 2), Date(course, 23, places: 4, keptFor: Borough.Clinic, kept: 2),
        ];
        await HasAsync([course, .. runs]);
        await BookedAsync(runs[0], Borough.Homes, people: 2);
        await BookedAsync(runs[3], Borough.Clinic, people: 1);
        await BookedAsync(runs[4], Borough.Homes, people: 2);
        await using var db = Database.Open();
        List<int> free = [];
        foreach (var (days, agency) in from days in new[] { 0, 13, 14, 19, 20, 23 }
                                       from agency in new Agency?[] { Borough.Homes, Borough.Clinic, null }
                                       select (days, agency))
        {
            Database.Time.Now = UkClock.At(Today.AddDays(days), new(18, 0));
            var viewer = Borough.Lead with { AgencyId = agency?.Id };
            var shown = (await new DatesToCome(db, Database.Clock).RunAsync(viewer, [course.Id], default))[course.Id]
                .Where(d => d.WhyNot is null && d.PlacesLeft > 0).Select(d => d.Id).ToHashSet();
            Assert.Equal(shown, await db.CourseRuns.WithPlacesFor(db, agency?.Id, Database.Clock.Now).Select(r => r.Id).ToHashSetAsync());
            free.Add(shown.Count);
        }
        Assert.Equal([0, 2, 3, 4], free.Distinct().Order());
    }
}
