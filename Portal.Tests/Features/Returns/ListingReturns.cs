using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class ListingReturns
{
    [Fact]
    public async Task Names_the_cycles_to_an_agency_and_the_agencies_to_the_commissioner()
    {
        await using var app = await PortalApp.CreateAsync();
        var own = await (await app.SignedInAs(Role.TrainingLead)).Open("/Returns");
        Assert.Equal(["Return", "Due", "State"], own.All("thead th").Select(h => h.TextContent.Trim()));
        Assert.Contains($"{DemoBorough.OwnAgency}: Phase 1, second cycle", own.All("tbody th a").Select(a => a.TextContent.Trim()));
        (await (await app.SignedInAs(Role.Commissioner)).Open("/Returns")).Shows(DemoBorough.OwnAgency, "Returns of the agencies");
    }
}
