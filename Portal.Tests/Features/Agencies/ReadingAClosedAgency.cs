using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

/// <summary>An agency closes or merges and everyone can still read what it was.</summary>
public class ReadingAClosedAgency
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Its_standing_its_flags_and_its_past_stay_to_be_read(bool merges)
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        await using var db = app.Database.Open();
        var flag = await db.Flags.AsNoTracking().Where(f => f.ClosedOn == null).OrderBy(f => f.FirstSeenOn).ThenBy(f => f.Id).FirstAsync();
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == flag.AgencyId);
        var other = await db.Agencies.AsNoTracking().Where(a => a.Id != agency.Id && a.ClosedOn == null).OrderBy(a => a.Name).FirstAsync();
        var before = await commissioner.Open($"/Agencies/{agency.Id}");
        string[] Trends(WebPage page) => [.. page.All("td[data-label='Last four quarters'] svg").Select(s => s.OuterHtml)];
        Assert.NotEmpty(Trends(before));

        var close = await commissioner.Open($"/Agencies/{agency.Id}/Close");
        close = merges
            ? close.Choose("Does another agency carry the work on?", "Yes, it merges into another agency").Choose("Which one?", other.Name)
            : close.Choose("Does another agency carry the work on?", "No, it closes");
        await close.Fill("Type the name of the agency to confirm", agency.Name).Press("Close or merge");
        await (await commissioner.Open("/Standards/Evaluate")).Press("Evaluate now");

        var after = await commissioner.Open($"/Agencies/{agency.Id}");
        after.Shows(
            $"{agency.Name} closed on 16 November 2026{(merges ? $" and is now part of {other.Name}" : "")}. Its history stays here.",
            "Standards on its last day");
        Assert.Equal(Trends(before).Length, Trends(after).Length);
        (await after.Follow("Flags that were closed")).Shows(flag.Reference);
        (await commissioner.Open($"/Flags/{flag.Id}")).Shows("The agency closed on 16 November 2026", "The standard");
        var matrix = await commissioner.Open("/Standards/Matrix");
        matrix.DoesNotShow(agency.Name);
        (await matrix.Fill("On an earlier day", new DateOnly(2026, 10, 31)).Press("Apply")).Shows(agency.Name);
    }
}
