using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>
/// A page of the matrix that was drawn before is shown again only while it is true, and only to those who would see the same.
/// </summary>
public sealed class KeepingTheMatrix : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private string first = "";

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
        first = await MatrixAsync();
        Assert.Contains(DemoBorough.OwnAgency, first, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_shown_again_until_the_standards_are_evaluated()
    {
        Assert.Equal(first, await MatrixAsync());
        await using var db = app.Database.Open();
        // Behind its back: this never happens outside an evaluation.
        await db.StandardResults.Where(r => r.Until == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.Note, "Seen again"));
        Assert.Equal(first, await MatrixAsync());
        await app.Has(new Evaluation
        {
            PartnershipId = (await db.Partnerships.SingleAsync()).Id, AsAt = app.Database.Clock.Today, StartedAt = app.Database.Clock.Now,
            FinishedAt = app.Database.Clock.Now, ResultsChanged = 0, FlagsOpened = 0, FlagsClosed = 0
        });
        Assert.Contains("Seen again", await MatrixAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_drawn_again_when_an_agency_changes_or_another_one_comes()
    {
        await using var db = app.Database.Open();
        var agency = await db.Agencies.SingleAsync(a => a.Name == DemoBorough.OwnAgency);
        agency.Name = "Merlin Homes";
        await db.SaveAsync(Viewer.System(agency.PartnershipId), "Renamed an agency", CancellationToken.None);
        var renamed = await MatrixAsync();
        Assert.Contains("Merlin Homes", renamed, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoBorough.OwnAgency, renamed, StringComparison.Ordinal);
        await app.Has(new Agency
        {
            PartnershipId = agency.PartnershipId, Name = "Newest Homes", Type = AgencyType.Housing, Duty = Duty.Agreed,
            PhaseId = agency.PhaseId
        });
        Assert.Contains("Newest Homes", await MatrixAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_filter_and_order_and_day_is_a_page_of_its_own()
    {
        var police = await MatrixAsync("?Type=Police");
        Assert.Contains(DemoBorough.AgencyOf(AgencyType.Police), police, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoBorough.OwnAgency, police, StringComparison.Ordinal);
        Assert.Contains("Sort=-S07", await MatrixAsync("?Sort=S07"), StringComparison.Ordinal);
        Assert.Contains("on 31 March 2026", await MatrixAsync("?AsAt.Day=31&AsAt.Month=3&AsAt.Year=2026"), StringComparison.Ordinal);
        Assert.Equal(first, await MatrixAsync());
    }

    [Fact]
    public async Task Tomorrow_is_another_page()
    {
        Assert.Contains(app.Database.Clock.Today.Words(), first, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        commissioner = await app.SignedInAs(Role.Commissioner);
        Assert.Contains($"on {app.Database.Clock.Today.Words()}", await MatrixAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_finds_no_link_that_it_may_not_follow()
    {
        Assert.Contains("Evaluate again", first, StringComparison.Ordinal);
        var member = await MatrixAsync(door: await app.SignedInAs(Role.BoardMember));
        Assert.Contains(DemoBorough.OwnAgency, member, StringComparison.Ordinal);
        Assert.DoesNotContain("Evaluate again", member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_lead_finds_no_other_agency_and_leaves_nothing_for_others()
    {
        var lead = await MatrixAsync(door: await app.SignedInAs(Role.TrainingLead));
        Assert.Contains("How your agency stands", lead, StringComparison.Ordinal);
        Assert.Single(Agencies(lead));
        Assert.Equal(first, await MatrixAsync());
    }

    [Fact]
    public async Task Whoever_acts_in_another_partnership_finds_that_one()
    {
        var there = await SmallBorough.InAsync(app.Database, new("Another partnership"));
        await using var db = app.Database.Open();
        await db.Memberships.Where(m => m.Role == Role.Commissioner && m.PartnershipId != there.Partnership.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.PartnershipId, there.Partnership.Id).SetProperty(x => x.BodyId, (Id<Body>?)null));
        var theirs = await MatrixAsync();
        Assert.DoesNotContain(DemoBorough.OwnAgency, theirs, StringComparison.Ordinal);
        Assert.Empty(Agencies(theirs));
    }

    [Fact]
    public async Task What_is_kept_has_nothing_of_a_session_in_it()
    {
        Assert.DoesNotContain("__RequestVerificationToken", first, StringComparison.Ordinal);
        var (mine, theirs) =
            (await commissioner.Open("/Standards/Matrix"), await (await app.SignedInAs(Role.Commissioner)).Open("/Standards/Matrix"));
        Assert.Equal(Body(mine), Body(theirs));
        Assert.NotEqual(Token(mine), Token(theirs));
    }

    private static string Token(WebPage page) => page.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;

    private static string Body(WebPage page) => page.All("#main-content")[0].InnerHtml;

    private static IEnumerable<string> Agencies(string body) => body.Split("<th scope=\"row\"><a").Skip(1);

    private async Task<string> MatrixAsync(string query = "", FrontDoor? door = null) =>
        Body(await (door ?? commissioner).Open($"/Standards/Matrix{query}"));
}
