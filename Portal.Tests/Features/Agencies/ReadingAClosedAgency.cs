using Microsoft.EntityFrameworkCore;
using Portal.Data;
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
        if (merges) (await after.Follow(other.Name)).Shows($"{other.Name}");
        Assert.Equal(Trends(before).Length, Trends(after).Length);
        (await after.Follow("Flags that were closed")).Shows(flag.Reference);
        (await commissioner.Open($"/Flags/{flag.Id}")).Shows("The agency closed on 16 November 2026", "The standard");
        var matrix = await commissioner.Open("/Standards/Matrix");
        matrix.DoesNotShow(agency.Name);
        (await matrix.Fill("On an earlier day", new DateOnly(2026, 10, 31)).Press("Apply")).Shows(agency.Name);
    }

    [Fact]
    public async Task It_stands_as_it_was_judged_on_the_morning_of_its_last_day_and_is_opened_again_as_it_was()
    {
        await using var app = await PortalApp.CreateAsync();
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var flag = await app.In((PortalDb db) => db.Flags.AsNoTracking()
            .Where(f => f.ClosedOn == null && f.Level > 0 && db.Posts.Any(p => p.AgencyId == f.AgencyId && p.LeftOn == null))
            .OrderBy(f => f.FirstSeenOn).ThenBy(f => f.Id).FirstAsync());
        var agency = await app.In((PortalDb db) => db.Agencies.AsNoTracking().SingleAsync(a => a.Id == flag.AgencyId));
        var judged = await JudgedThisMorningAsync(app, flag);

        var close = (await commissioner.Open($"/Agencies/{agency.Id}/Close")).Shows("You can open it again until 16 December 2026");
        await close.Choose("Does another agency carry the work on?", "No, it closes")
            .Fill("Type the name of the agency to confirm", agency.Name).Press("Close or merge");
        await (await commissioner.Open("/Standards/Evaluate")).Press("Evaluate now");
        var closed = (await commissioner.Open($"/Agencies/{agency.Id}")).Shows(judged);
        (await commissioner.Open($"/Flags?Agency={agency.Id}")).Shows("No open flags");

        var again = await closed.Follow("Open it again");
        (await again.Shows("Flags that closed with the agency go on").Press("Open it again")).Shows("The agency is open again");
        await (await commissioner.Open("/Standards/Evaluate")).Press("Evaluate now");
        (await commissioner.Open($"/Flags?Agency={agency.Id}")).Shows(flag.Reference);
        var after = await app.In((PortalDb db) => db.Flags.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.Id == flag.Id));
        Assert.Equal((flag.FirstSeenOn, flag.Occurrence, FlagState.Open), (after.FirstSeenOn, after.Occurrence, after.State));
        Assert.Equal([FlagStep.Closed, FlagStep.Reopened], after.Events.OrderBy(e => e.Id).Select(e => e.Step).TakeLast(2));
    }

    /// <summary>The standing that the flag rests on changes on the closing day, as the judging of that morning found it.</summary>
    /// <returns>The figure that it then had.</returns>
    private static Task<string> JudgedThisMorningAsync(PortalApp app, Flag flag) => app.In(async (PortalDb db) =>
    {
        var today = UkClock.DayOf(app.Clock.Now);
        var stood = await db.StandardResults.AsNoTracking().SingleAsync(
            r => r.AgencyId == flag.AgencyId && r.StandardCode == flag.StandardCode && r.Level == flag.Level && r.Until == null);
        await db.StandardResults.Where(r => r.Id == stood.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Until, today));
        db.Add(new StandardResult
        {
            PartnershipId = stood.PartnershipId, AgencyId = stood.AgencyId, StandardId = stood.StandardId,
            StandardCode = stood.StandardCode, Level = stood.Level, From = today,
            Outcome = Outcome.PartlyMet, Numerator = 2_222, Denominator = 3_333,
        });
        await db.SaveAsync(Viewer.System(stood.PartnershipId), "Prepared a test", default);
        return "2,222 of 3,333";
    });
}
