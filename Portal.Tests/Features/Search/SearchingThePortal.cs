using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Features.Search;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Search;

/// <summary>One box at the top of every page: it finds what the lists of the viewer find, and opens nothing else.</summary>
public sealed class SearchingThePortal(SearchingThePortal.Borough borough) : IClassFixture<SearchingThePortal.Borough>
{
    private readonly PortalApp app = borough.App;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    /// <summary>Someone who is at one agency alone.</summary>
    private sealed record Somebody(string Name, string Agency, string Flag);

    [Theory, MemberData(nameof(Roles))]
    public async Task Finds_nothing_that_the_role_may_not_open(Role role)
    {
        var door = await app.SignedInAs(role);
        var (own, theirs) = (await SomebodyAtAsync(DemoBorough.OwnAgency), await SomebodyAtAsync(DemoBorough.AnotherAgency));
        foreach (var words in new[] { own.Name, theirs.Name, own.Agency, theirs.Agency, theirs.Flag, "training", "an" })
        {
            var found = await FindAsync(door, words);
            foreach (var hit in found.All("main .app-sections a").Select(a => a.GetAttribute("href")!))
                Assert.True(
                    (await door.Open(hit)).Status == HttpStatusCode.OK, $"{role.Words()} finds {hit} by {words} and may not open it");
        }
        Assert.Equal(Reaches(role, Permission.ReadStaff, partnership: true), Has(await FindAsync(door, theirs.Name), "Staff"));
        Assert.Equal(Reaches(role, Permission.ReadStaff, partnership: false), Has(await FindAsync(door, own.Name), "Staff"));
        Assert.Equal(Reaches(role, Permission.ReadAgencies, partnership: true), Has(await FindAsync(door, theirs.Agency), "Agencies"));
        Assert.Equal(Reaches(role, Permission.ReadFlags, partnership: true), Has(await FindAsync(door, theirs.Flag), "Flags"));
    }

    [Fact]
    public async Task A_learner_sees_no_other_learner()
    {
        var own = await SomebodyAtAsync(DemoBorough.OwnAgency);
        var found = await FindAsync(await app.SignedInAs(Role.Learner), own.Name);
        Assert.DoesNotContain(found.All("main a"), a => a.GetAttribute("href")!.StartsWith("/Staff/", StringComparison.Ordinal));
        found.Shows("Nothing found for");
    }

    [Fact]
    public async Task Names_are_found_as_people_see_them_and_all_of_them_stand_in_the_list()
    {
        var door = await app.SignedInAs(Role.Commissioner);
        var somebody = await SomebodyAtAsync(DemoBorough.AnotherAgency);
        var turned = string.Join(' ', somebody.Name.ToUpperInvariant().Split(' ').Reverse());
        (await FindAsync(door, turned)).Shows(somebody.Name, somebody.Agency);

        var many = await FindAsync(door, "an");
        Assert.All(many.All("main ul.app-sections").SkipLast(1), list => Assert.InRange(list.Children.Length, 1, 5));
        var all = many.All("main a").Single(a => a.TextContent.StartsWith("All ", StringComparison.Ordinal)
            && a.TextContent.EndsWith(" in Staff", StringComparison.Ordinal));
        var list = await door.Open(all.GetAttribute("href")!);
        list.Shows($"{all.TextContent.Split(' ')[1]} people", "“an”");
    }

    [Theory, InlineData("FLG-{0}"), InlineData("flg {0}"), InlineData("{0}")]
    public async Task A_flag_is_found_by_its_number(string typed)
    {
        var flag = await app.In((PortalDb db) => db.Flags.OrderBy(f => f.Reference).Select(f => f.Reference).FirstAsync());
        (await FindAsync(await app.SignedInAs(Role.Auditor), string.Format(null, typed, flag[4..]))).Shows("Flags (1)", flag);
    }

    [Fact]
    public async Task Editions_standards_courses_and_pages_are_found()
    {
        var door = await app.SignedInAs(Role.Commissioner);
        (await FindAsync(door, "S06")).Shows("Standards (1)", "S06");
        (await FindAsync(door, "matrix")).Shows("Pages", "Every agency against every standard");
        (await FindAsync(door, "edition 1")).Shows("Reports", "Edition 1");
        var course = await app.In((PortalDb db) => db.Courses.Where(c => c.AgencyId == null && c.WithdrawnOn == null).FirstAsync());
        (await FindAsync(door, course.Title)).Shows("Courses", course.Title);
        (await FindAsync(door, "x")).Shows("Type at least two letters");
        (await FindAsync(door, "qqxxqq")).Shows("Nothing found for “qqxxqq”");
        (await FindAsync(door, "' OR 1=1 --%_")).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asks_the_database_a_few_times_however_much_is_found()
    {
        var viewer = await app.In(async (PortalDb db) =>
        {
            var membership = await db.Memberships.FirstAsync(m => m.Role == Role.Commissioner);
            return Viewer.Of(membership.UserId, "Commissioner", membership);
        });
        var somebody = await SomebodyAtAsync(DemoBorough.AnotherAgency);
        foreach (var words in new[] { "an", somebody.Name, somebody.Agency, "e" }) Assert.InRange(await AskedAsync(viewer, words), 5, 24);
    }

    private async Task<int> AskedAsync(Viewer viewer, string words)
    {
        await app.In((SearchResults search) => search.RunAsync(viewer, words, default));
        var before = borough.Questions.Asked;
        await app.In((SearchResults search) => search.RunAsync(viewer, words, default));
        return borough.Questions.Asked - before;
    }

    private static async Task<WebPage> FindAsync(FrontDoor door, string words) =>
        await (await door.Open("/Search")).Fill("Search the portal", words).Press("Find");

    private static bool Has(WebPage page, string list) =>
        page.All("main h2").Any(h => h.TextContent.StartsWith(list, StringComparison.Ordinal));

    private static bool Reaches(Role role, Permission permission, bool partnership) => Permissions.Of(role, permission) switch
    {
        Reach.Partnership => true,
        Reach.Agency => !partnership,
        _ => false,
    };

    private Task<Somebody> SomebodyAtAsync(string name) => app.In(async (PortalDb db) =>
    {
        var agency = await db.Agencies.SingleAsync(a => a.Name == name);
        var person = await db.Staff.Where(s => db.Posts.Any(p => p.StaffId == s.Id && p.AgencyId == agency.Id && p.LeftOn == null
                && p.ManagerId == null) && !db.Posts.Any(p => p.StaffId == s.Id && p.AgencyId != agency.Id))
            .Where(s => !db.Memberships.Any(m => m.StaffId == s.Id)).OrderBy(s => s.Id).FirstAsync();
        var flag = await db.Flags.Where(f => f.AgencyId == agency.Id && f.ClosedOn == null).OrderBy(f => f.Id)
            .Select(f => f.Reference).FirstOrDefaultAsync();
        if (flag is null)
        {
            var id = await PageIds.WriteFlagAsync(db, agency.Id);
            flag = await db.Flags.Where(f => f.Id == id).Select(f => f.Reference).SingleAsync();
        }
        return new Somebody(person.Name, agency.Name, flag);
    });

    /// <summary>One portal for all of it: nothing here changes anything.</summary>
    public sealed class Borough : IAsyncLifetime
    {
        internal CountingQuestions Questions { get; } = new();
        public PortalApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await PortalApp.CreateAsync();
            App.Replace = CountIn;
            await App.In((PortalDb db) => db.Agencies.CountAsync());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private void CountIn(IServiceCollection services) => services
            .ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(Questions))
            .ConfigureDbContext<PostgresPortalDb>(options => options.AddInterceptors(Questions));
    }
}
