using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

public sealed class HomePages(HomePages.Borough borough) : IClassFixture<HomePages.Borough>
{
    [Theory]
    [InlineData(
        Role.Commissioner, "What to do next", "Approve edition", "Review", "Next meeting", "agencies follow every standard",
        "Newest flags")]
    [InlineData(
        Role.TrainingLead, "What to do next", "Map 1 job title to a job role", "Make the return for Phase 1, second cycle",
        "How {own agency} stands", "Refreshers due within 90 days")]
    [InlineData(Role.ExecutiveLead, "What to do next", "How {own agency} stands")]
    [InlineData(Role.Learner, "Your training", "Your job needs level")]
    [InlineData(Role.LineManager, "Your team", "Your training")]
    [InlineData(Role.BoardMember, "What the board is asked", "Next meeting of the board", "Earlier editions")]
    [InlineData(Role.SystemAdministrator, "What to do next", "How the portal is doing")]
    [InlineData(Role.CourseProvider, "Your next dates", "All dates you run")]
    public async Task Begin_with_what_matters_to_the_role(Role role, params string[] words) =>
        (await borough.App.SignedInAs(role).Open("/")).Answers(HttpStatusCode.OK)
            .Shows([.. words.Select(w => w.Replace("{own agency}", DemoBorough.OwnAgency, StringComparison.Ordinal))]);

    [Fact]
    public async Task Show_an_executive_lead_no_names_of_staff() =>
        (await borough.App.SignedInAs(Role.ExecutiveLead).Open("/")).DoesNotShow("Refreshers due");

    [Fact]
    public async Task Lead_only_to_pages_that_the_person_may_open()
    {
        foreach (var role in new[]
        {
            Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.Learner, Role.BoardMember, Role.SystemAdministrator
        })
        {
            var door = await borough.App.SignedInAs(role);
            var links = (await door.Open("/")).All("main a[href^='/'], nav a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct();
            foreach (var link in links) (await door.Open(link)).Answers(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Give_whoever_administers_several_things_one_word_in_the_menu()
    {
        var page = await (await borough.App.SignedInAs(Role.SystemAdministrator).Open("/")).Follow("Administration");
        page.Shows("Who can sign in, and as what", "Who changed what, and when");
        (await borough.App.SignedInAs(Role.Auditor).Open("/")).Shows("Audit").DoesNotShow("Administration");
    }

    [Theory, InlineData("/Standards", "Standards"), InlineData("/Flags", "Standards"), InlineData("/BoroughGap", "Returns"),
        InlineData("/Admin/Jobs", "Administration")]
    public async Task Mark_the_part_of_the_menu_that_is_being_read(string path, string part) =>
        Assert.Equal(
            part, Assert.Single((await borough.App.SignedInAs(Role.Commissioner).Open(path))
                .All("nav[aria-label=Menu] [aria-current]")).TextContent
                .Trim());

    [Fact]
    public async Task Show_meetings_to_come_before_those_that_were_held()
    {
        var page = await borough.App.SignedInAs(Role.Commissioner).Open("/Meetings");
        page.Shows("Meetings of the last year");
        var today = DateOnly.FromDateTime(borough.App.Clock.Now);
        Assert.All(page.All("tbody time"), day => Assert.True(DateOnly.Parse(day.GetAttribute("datetime")!) >= today));
    }

    [Theory, InlineData("/Help", "Words"), InlineData("/Privacy", "What is held"), InlineData("/Accessibility", "partially compliant")]
    public async Task Are_not_needed_to_read_what_is_open_to_all(string path, string words) =>
        (await borough.App.Visitor().Open(path)).Answers(HttpStatusCode.OK).Shows(words, "Exit this page");

    public sealed class Borough : IAsyncLifetime
    {
        internal PortalApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await PortalApp.CreateAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
