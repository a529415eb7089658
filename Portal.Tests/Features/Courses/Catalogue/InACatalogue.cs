using Portal.Data;
using Portal.Features.Courses.Catalogue;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Catalogue;

/// <summary>The small borough with three strands, more statements, and a provider whose mark counts until the end of the year.</summary>
public abstract class InACatalogue : InASmallBorough
{
    protected static readonly DateOnly Today = Given.Today;
    protected Provider Larch { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var partnership = Borough.Partnership.Id;
        Larch = Given.Provider(partnership);
        Larch.Add(Given.Mark(Larch, ends: new(2026, 12, 31)));
        await HasAsync(
            Larch,
            new Strand { PartnershipId = partnership, Code = "DV", Name = "Domestic abuse", From = new(2016, 1, 1) },
            new Strand { PartnershipId = partnership, Code = "ST", Name = "Stalking", From = new(2016, 1, 1) },
            new Strand { PartnershipId = partnership, Code = "SA", Name = "Sexual abuse", From = new(2016, 1, 1) },
            Statement(1, "L1.2", "Says where help is"), Statement(2, "L2.1", "Asks in private"));
    }

    protected async Task HasAsync(params object[] rows)
    {
        await using var db = Database.Open();
        db.AddRange(rows);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }

    protected async Task<T> In<T>(Func<PortalDb, Task<T>> work)
    {
        await using var db = Database.Open();
        return await work(db);
    }

    protected CourseList ListOf(PortalDb db) =>
        new(db, new CourseSearch(db, Database.Clock), new DatesToCome(db, Database.Clock), Database.Clock);

    protected CourseView ViewOf(PortalDb db) => new(db, new DatesToCome(db, Database.Clock), Database.Clock);

    /// <summary>A published date, bookable from today until the day before, with places kept for an agency where a test says so.</summary>
    protected CourseRun Date(Course course, int inDays, int places = 10, Venue? venue = null, Agency? keptFor = null, int kept = 0)
    {
        var (now, day) = (Database.Clock.Now, Today.AddDays(inDays));
        var run = new CourseRun { PartnershipId = course.PartnershipId, CourseId = course.Id };
        run.Plan(Borough.Commissioner, new(venue?.Id, 1, places, now.AddDays(-1), UkClock.At(day.AddDays(-1), new(17, 0)), 5, Money.Zero,
            Money.Zero, false, keptFor is null ? null : day.AddDays(-7), null), [new(day, new(9, 30), new(16, 0))], venue, 0, now);
        if (keptFor is not null) run.Keep(new Dictionary<Id<Agency>, int> { [keptFor.Id] = kept });
        run.Publish(Borough.Commissioner, now);
        return run;
    }

    /// <summary>So many people of an agency have a place on a date.</summary>
    protected async Task BookedAsync(CourseRun run, Agency agency, int people)
    {
        List<Booking> bookings = [];
        for (var i = 0; i < people; i++)
        {
            var person = await Borough.HasAsync(Database, $"Someone {i}", Borough.Officer, agency);
            var places = new RunPlaces(run, bookings, Database.Clock.Now);
            bookings.Add(places.Ask(Borough.Commissioner, person.Id, agency.Id, Money.OfPounds(50), managerAgrees: true));
        }
        await HasAsync([.. bookings]);
    }

    protected static async Task<Refused> RefusedAsync(Func<Task> act) => await Assert.ThrowsAsync<Refused>(act);

    private Competency Statement(int level, string code, string words) =>
        new() { FrameworkId = Borough.Framework.Id, LevelNumber = level, Code = code, Statement = words, Strands = "DV" };
}
