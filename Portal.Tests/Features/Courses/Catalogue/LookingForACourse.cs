using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;
using Portal.Features.Courses.Diary;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Catalogue;

public sealed class LookingForACourse : InACatalogue
{
    [Fact]
    public async Task It_is_found_by_what_it_is_about()
    {
        var bare = Given.Provider(Borough.Partnership.Id, "Bare hands");
        await HasAsync(bare,
            Given.Course(Larch, "C01", "Recognise", levels: [1], strands: "DV ST", mode: CourseMode.ELearning),
            Given.Course(Larch, "C02", "Ask", levels: [1, 2], strands: "DV", refresher: true),
            Given.Course(bare, "C03", "Stand by", levels: [], strands: "SA"));

        Assert.Equal(["C02", "C01", "C03"], await FoundAsync(new()));
        Assert.Equal(["C02"], await FoundAsync(new("ASK")));
        Assert.Equal(["C01"], await FoundAsync(new("larch recognise")));
        Assert.Equal([], await FoundAsync(new("bare recognise")));
        Assert.Equal(["C03"], await FoundAsync(new("bare")));
        Assert.Equal(["C01"], await FoundAsync(new("c01")));
        Assert.Equal(["C02"], await FoundAsync(new(Level: 2)));
        Assert.Equal(["C01"], await FoundAsync(new(Strand: "ST")));
        Assert.Equal([], await FoundAsync(new(Strand: "S")));
        Assert.Equal(["C01"], await FoundAsync(new(Mode: CourseMode.ELearning)));
        Assert.Equal(["C02", "C01"], await FoundAsync(new(Accredited: true)));
        Assert.Equal(["C02"], await FoundAsync(new(Refresher: true)));
        Assert.Equal(["C01", "C03"], await FoundAsync(new(Refresher: false)));
    }

    [Fact]
    public async Task In_house_courses_are_found_by_their_own_agency_and_by_those_who_look_after_all()
    {
        await HasAsync(Given.Course(Larch, "C01", "Ask", Borough.Homes), Given.Course(Larch, "C02", "Listen", Borough.Clinic));
        Assert.Equal(["C01"], await FoundAsync(new(), Borough.Lead));
        Assert.Equal(["C02"], await FoundAsync(new(), Borough.OtherLead));
        Assert.Equal(["C01", "C02"], await FoundAsync(new(), Borough.Commissioner));
        Assert.Equal([], await FoundAsync(new(), Given.Viewer(Borough.Partnership.Id, Role.BoardMember)));
        var trainer = Given.Viewer(Borough.Partnership.Id, Role.CourseProvider) with { ProviderId = Larch.Id };
        Assert.Equal(["C01", "C02"], await FoundAsync(new(), trainer));
    }

    [Fact]
    public async Task Of_its_dates_the_next_with_a_place_is_shown()
    {
        var course = Given.Course(Larch);
        course.Charge(AgencyType.Housing, Money.OfPounds(35));
        var (full, free) = (Date(course, 10, places: 2), Date(course, 30));
        var kept = Date(course, 20, places: 3, keptFor: Borough.Clinic, kept: 3);
        await HasAsync(course, full, kept, free);
        await BookedAsync(full, Borough.Homes, people: 2);

        var own = Assert.Single((await RowsAsync(Borough.Lead)).Rows);
        Assert.Equal((Today.AddDays(30), 10, "10 places left", Money.OfPounds(35)),
            (own.Next!.Day, own.Next.PlacesLeft, own.Next.Places, own.Price));
        var theirs = Assert.Single((await RowsAsync(Borough.OtherLead)).Rows);
        Assert.Equal((Today.AddDays(20), 3, Money.OfPounds(50)), (theirs.Next!.Day, theirs.Next.PlacesLeft, theirs.Price));
        // Until the release day nobody of another agency has a place; from it on everyone has.
        Database.Time.Now = UkClock.At(Today.AddDays(13), new(9, 0));
        Assert.Equal(Today.AddDays(20), Assert.Single((await RowsAsync(Borough.Lead)).Rows).Next!.Day);
    }

    [Fact]
    public async Task A_full_date_says_that_one_can_wait_and_one_that_is_over_is_not_shown()
    {
        var course = Given.Course(Larch);
        var full = Date(course, 10, places: 1);
        await HasAsync(course, full);
        await BookedAsync(full, Borough.Homes, people: 1);
        Assert.Equal("Full, with a waiting list", Assert.Single((await RowsAsync(Borough.Lead)).Rows).Next!.Places);
        Database.Time.Now = UkClock.At(Today.AddDays(10), new(8, 0));
        Assert.StartsWith("Booking closed at", Assert.Single((await RowsAsync(Borough.Lead)).Rows).Next!.Places, StringComparison.Ordinal);
        Database.Time.Now = UkClock.At(Today.AddDays(10), new(10, 0));
        Assert.Null(Assert.Single((await RowsAsync(Borough.Lead)).Rows).Next);
    }

    [Fact]
    public async Task Withdrawn_courses_stand_apart_and_those_to_review_are_the_viewers_own()
    {
        var withdrawn = Given.Course(Larch, "C01");
        withdrawn.Withdraw(Today);
        var reviewed = Given.Course(Larch, "C03", agency: Borough.Homes);
        await HasAsync(
            withdrawn, Given.Course(Larch, "C02", agency: Borough.Homes), reviewed, Given.Review(reviewed), Given.Course(Larch, "C04"));
        Assert.Equal(["C01"], await FoundAsync(new(Withdrawn: true)));
        Assert.Equal(["C02"], await FoundAsync(new(Unreviewed: true), Borough.Lead));
        Assert.Equal([], await FoundAsync(new(Unreviewed: true), Borough.OtherLead));
    }

    [Fact]
    public async Task It_is_found_by_its_month_its_places_and_its_price()
    {
        var (dear, cheap, online) = (Given.Course(Larch, "C01", "A"), Given.Course(Larch, "C02", "B"), Given.Course(Larch, "C03", "C"));
        cheap.Charge(AgencyType.Housing, Money.OfPounds(20));
        var (full, later) = (Date(dear, 10, places: 1), Date(cheap, 30));
        await HasAsync(dear, cheap, online, full, later);
        await BookedAsync(full, Borough.Homes, people: 1);
        var (november, december) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));
        Assert.Equal(["C01"], await FoundAsync(new(Month: november)));
        Assert.Equal(["C02"], await FoundAsync(new(Month: december)));
        Assert.Equal(["C02"], await FoundAsync(new(WithPlaces: true)));
        Assert.Equal([], await FoundAsync(new(Month: november, WithPlaces: true)));
        Assert.Equal(["C02"], await FoundAsync(new(UpTo: Money.OfPounds(20))));
        Assert.Equal([], await FoundAsync(new(UpTo: Money.OfPounds(20)), Borough.OtherLead));
        Assert.Equal(["C01", "C02", "C03"], await FoundAsync(new(UpTo: Money.OfPounds(50)), Borough.OtherLead));
    }

    [Fact]
    public async Task A_month_shows_each_date_on_its_days_from_monday_to_sunday()
    {
        var (seen, other) = (Given.Course(Larch, "C01", "Seen"), Given.Course(Larch, "C02", "Other", strands: "SA"));
        await HasAsync(seen, other, Date(seen, 10), Date(seen, 14), Date(other, 12), Date(seen, 30));
        var month = await MonthAsync(new(Strand: "DV", Month: new(2026, 11, 1)));
        Assert.Equal((2, 6), (month.Dates, month.Weeks.Count));
        Assert.Equal((new(2026, 10, 26), new DateOnly(2026, 12, 6)), (month.Weeks[0][0].On, month.Weeks[^1][^1].On));
        Assert.Equal([new(2026, 11, 26), new DateOnly(2026, 11, 30)],
            month.Weeks.SelectMany(w => w).Where(d => d.Entries.Any(e => (e.Course, e.Places) == ("Seen", "10 places left")))
                .Select(d => d.On));
        Assert.Equal(Today, month.Weeks.SelectMany(w => w).Single(d => d.IsToday).On);
    }

    [Fact]
    public async Task A_page_or_a_month_of_courses_asks_no_more_of_the_database_than_one_course()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "Both databases are asked the same");
        var first = Given.Course(Larch);
        await HasAsync(first, Date(first, 10));
        var (list, month) = (await AskedAsync(ListedAsync), await AskedAsync(MonthlyAsync));
        var others = Enumerable.Range(2, 20).Select(n => Given.Course(Larch, $"C{n:00}", $"Course {n}")).ToList();
        await HasAsync([.. others, .. others.Select((c, i) => Date(c, i + 1)), .. others.Select((c, i) => Date(c, i + 40))]);
        Assert.Equal((list, month), (await AskedAsync(ListedAsync), await AskedAsync(MonthlyAsync)));
        Assert.InRange(list, 1, 10);
        Assert.InRange(month, 1, 10);
    }

    private async Task<int> ListedAsync(PortalDb db) => (await ListOf(db).RunAsync(Borough.Lead, new(), 1, default)).Rows.Count;

    private async Task<int> MonthlyAsync(PortalDb db) => (await MonthOf(db).RunAsync(
        Borough.Lead, new(WithPlaces: true, UpTo: Money.OfPounds(100), Month: new(2026, 11, 1)), default)).Dates;

    private Task<MonthOfDates.Shown> MonthAsync(CourseSearch.Filter filter) =>
        In(db => MonthOf(db).RunAsync(Borough.Lead, filter, default));

    private MonthOfDates MonthOf(PortalDb db) =>
        new(db, new CourseSearch(db, Database.Clock), new DatesToCome(db, Database.Clock), Database.Clock);

    private async Task<int> AskedAsync(Func<PortalDb, Task<int>> ask)
    {
        var questions = new CountingQuestions();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, Database.ConnectionString);
        await using var db = new SqlitePortalDb(options.AddInterceptors(questions).Options, Database.Clock, null!);
        Assert.NotEqual(0, await ask(db));
        return questions.Asked;
    }

    private async Task<List<string>> FoundAsync(CourseSearch.Filter filter, Viewer? viewer = null) => [.. (await In(db =>
        ListOf(db).RunAsync(viewer ?? Borough.Lead, filter, 1, default))).Rows.Select(r => r.Course.Code)];

    private async Task<Page<CourseList.Row>> RowsAsync(Viewer viewer) =>
        await In(db => ListOf(db).RunAsync(viewer, new(), 1, default));
}
