using System.Net;
using Microsoft.AspNetCore.Routing.Patterns;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

/// <summary>
/// Addresses that stand in old messages and bookmarks lead to the page of today, with what they say behind the question mark.
/// </summary>
public sealed class FollowingOldAddresses : IAsyncLifetime
{
    private PortalApp app = null!;
    private PageIds ids = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        ids = await PageIds.OfBoroughAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/Assessments?Show=Missing", "/Returns?Show=Missing")]
    [InlineData("/Assessments/Borough", "/BoroughGap")]
    [InlineData("/assessments/cycles/Plan", "/Cycles/Plan")]
    [InlineData("/Assessments/Funding", "/Funding")]
    public async Task Leads_to_the_page_of_today(string old, string today)
    {
        var page = await (await app.SignedInAs(Role.Commissioner)).Open(old);
        Assert.Equal((HttpStatusCode.OK, today), (page.Status, page.Address.PathAndQuery));
    }

    [Theory]
    [InlineData("/Assessments/{returnId:guid}", "/Returns/{returnId:guid}")]
    [InlineData("/Assessments/{returnId:guid}/Questions", "/Returns/{returnId:guid}/Questions")]
    [InlineData("/Agencies/{agencyId:guid}/Roster", "/Agencies/{agencyId:guid}/ConfirmStaffList")]
    public async Task Leads_to_the_one_row_that_it_names(string old, string today)
    {
        var page = await (await app.SignedInAs(Role.TrainingLead)).Open(Of(old));
        Assert.Equal((HttpStatusCode.OK, Of(today)), (page.Status, page.Path));
    }

    [Fact]
    public async Task Leads_to_the_same_file()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        Assert.Equal(
            (await commissioner.Fetch("/BoroughGap/File/csv")).Text, (await commissioner.Fetch("/Assessments/BoroughFile/csv")).Text);
    }

    private string Of(string route) => ids.Fill(RoutePatternFactory.Parse(route), theirs: false);
}
