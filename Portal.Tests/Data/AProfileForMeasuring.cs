using Microsoft.EntityFrameworkCore;
using Portal.Data.Seeding;
using Portal.Demo.Borough;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class AProfileForMeasuring
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    [Fact]
    public async Task Has_as_many_boroughs_agencies_and_people_as_it_says_and_carries_on_where_it_stopped()
    {
        await using var database = await TestDatabase.CreateAsync();
        var done = new List<int>();
        await MakeAsync(database, new Profile("one", 1, 2_500), done);
        await MakeAsync(database, new Profile("two", 2, 2_500), done);

        await using var db = database.Open();
        Assert.Equal([1, 1, 2], done);
        Assert.Equal((2, 520, 2), (await db.Partnerships.CountAsync(), await db.Agencies.CountAsync(), await db.Frameworks.CountAsync()));
        Assert.InRange(await db.Posts.CountAsync(p => p.LeftOn == null), 4_000, 6_000);
        Assert.InRange(await db.TrainingRecords.CountAsync(), 9_000, 18_000);
        Assert.Equal(2 * 40, await db.Courses.CountAsync());
        Assert.InRange(await db.CourseRuns.CountAsync(), 2 * 6 * 90, 2 * 6 * 110);
        Assert.InRange(await db.Bookings.CountAsync(), 2 * 6 * 1_400, 2 * 6 * 2_200);
        Assert.True(await db.Users.AnyAsync(u => u.Email == DemoPeople.Email[Role.Commissioner]));
    }

    [Fact]
    public void Comes_in_the_sizes_of_a_borough_london_and_england_and_of_a_borough_that_is_six_years_old() => Assert.Equal(
        [("borough", 20_000), ("london", 640_000), ("england", 4_000_200), ("aged", 20_000)],
        Profile.All.Select(p => (p.Name, p.Boroughs * p.Staff)));

    private static async Task MakeAsync(TestDatabase database, Profile profile, List<int> done)
    {
        await using var db = database.Open();
        var makeBorough = new MakeBorough(db, Seeds, new LoadDefaults(db, Seeds, new LoadFramework(db)), database.Clock);
        await new MakeProfile(db, Seeds, makeBorough, database.Clock).RunAsync(profile, new Told(done), default);
    }

    private sealed class Told(List<int> done) : IProgress<int>
    {
        public void Report(int value) => done.Add(value);
    }
}
