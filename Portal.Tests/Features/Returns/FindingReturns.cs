using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>The list of returns is narrowed, kept as it was, and leads from one decision to the next.</summary>
public sealed class FindingReturns : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task By_the_name_and_kind_of_the_agency_the_cycle_and_the_state()
    {
        var all = await commissioner.Open("/Returns");
        var named = await all.Fill("Name of the agency", DemoBorough.OwnAgency[..8].ToLowerInvariant()).Press("Apply");
        Assert.All(Agencies(named), a => Assert.Contains(DemoBorough.OwnAgency[..8], a));
        Assert.NotEmpty(Agencies(named));

        const string Cycle = "Phase 1, second cycle";
        var narrowed = await named.Choose("Kind of agency", AgencyType.Housing.Words()).Choose("Cycle", Cycle).Press("Apply");
        Assert.NotEmpty(Agencies(narrowed));
        Assert.All(Agencies(narrowed), a => Assert.EndsWith(Cycle, a));
        (await narrowed.Choose("Kind of agency", AgencyType.Police.Words()).Press("Apply")).Shows("None fits this filter");

        var one = await narrowed.Follow(Agencies(narrowed)[0]);
        Assert.Equal(narrowed.Address.PathAndQuery, one.All(".govuk-back-link")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_says_so()
    {
        foreach (var (address, words) in new[]
        {
            ("Cycle=first", "Cycle is not in a form we can read"), ("Type=Castle", "The kind of agency is not in a form we can read"),
            ("Show=Mine", "The state is not in a form we can read"),
        })
        {
            (await commissioner.Open($"/Returns?{address}")).Shows("There is a problem", words);
            Assert.Equal("/Returns", (await commissioner.Open($"/Returns/File/csv?{address}")).Path);
        }
    }

    [Fact]
    public async Task What_was_sent_back_stands_apart_and_what_waits_is_said_to_whom_it_waits_for()
    {
        var (first, second) = await TwoWaitAsync();
        var waiting = await (await commissioner.Open("/Returns")).Follow("Waiting for you");
        waiting.DoesNotShow("With the commissioner");
        Assert.Contains("Waiting for you", waiting.All("tbody td .govuk-tag").Select(t => t.TextContent.Trim()));
        (await app.SignedInAs(Role.Auditor).Open("/Returns")).Shows("With the commissioner").DoesNotShow("Waiting for you");

        var asked = await commissioner.Open($"/Returns/{first}/Review");
        asked = await asked.Shows("This return is waiting for you").Choose("What should happen", "Ask for changes")
            .Fill("Note to the agency", "Name the owners").Press("Continue");
        var next = asked.Shows("Changes requested").All("main a")
            .Single(a => a.TextContent.StartsWith("Review the next", StringComparison.Ordinal));
        Assert.Equal($"/Returns/{second}/Review", next.GetAttribute("href"));
        (await asked.Follow(next.TextContent.Trim())).Shows("This return is waiting for you");
        var sentBack = await (await commissioner.Open("/Returns")).Follow("Sent back for changes");
        Assert.Contains(sentBack.All("tbody th a"), a => a.GetAttribute("href") == $"/Returns/{first}");
        var written = await sentBack.Follow("Being written");
        Assert.DoesNotContain(written.All("tbody th a"), a => a.GetAttribute("href") == $"/Returns/{first}");

        var accepted = await (await commissioner.Open($"/Returns/{second}/Review")).Choose("What should happen", "Accept it")
            .Press("Continue");
        accepted.Shows("Accepted").DoesNotShow("Review the next");
    }

    [Fact]
    public async Task Those_that_are_late_are_asked_for_as_the_list_is_narrowed()
    {
        var list = await commissioner.Open("/Returns?Show=Missing");
        var all = Agencies(list);
        Assert.True(all.Count > 1);
        var one = all[0].Split(',')[0];
        var ask = await (await list.Fill("Name of the agency", one).Press("Apply")).Press("Ask for these returns");
        Assert.Equal([one], ask.All("tbody th a").Select(a => a.TextContent.Trim()).Distinct());
        var before = await app.In((PortalDb db) => db.Outbox.CountAsync());
        var button = ask.All("form button").Select(b => b.TextContent.Trim()).Single(b => b.StartsWith("Send ", StringComparison.Ordinal));
        await ask.Press(button);
        Assert.Equal(int.Parse(button.Split(' ')[1]), await app.In((PortalDb db) => db.Outbox.CountAsync()) - before);
    }

    [Fact]
    public async Task Those_of_a_cycle_that_are_still_to_be_sent_are_asked_for_before_they_are_due()
    {
        var written = await (await commissioner.Open("/Returns")).Follow("Being written");
        Assert.DoesNotContain(written.All("main a[role=button]"), b => b.TextContent.Contains("Ask for", StringComparison.Ordinal));
        var list = await written.Choose("Cycle", "Phase 1, second cycle").Press("Apply");
        var ask = (await list.Press("Ask for these returns")).Shows(DemoBorough.OwnAgency, "is due by", "Please send it by then");
        var button = ask.All("form button").Select(b => b.TextContent.Trim()).Single(b => b.StartsWith("Send ", StringComparison.Ordinal));
        var sent = (await ask.Press(button)).Shows("on the way");
        Assert.Contains("Show=BeingWritten", sent.Address.Query);
        Assert.True(await app.In((PortalDb db) => db.Outbox.AnyAsync(m => m.Text.Contains(DemoBorough.OwnAgency)
            && m.Text.Contains("has not been sent yet"))));
        (await (await list.Press("Ask for these returns")).Press(button)).Shows("Everybody was asked today already");
    }

    private static IReadOnlyList<string> Agencies(WebPage page) =>
        [.. page.All("tbody th a[href^='/Returns/']").Select(a => a.TextContent.Trim())];

    /// <summary>Two returns wait for the commissioner, the first for longer, and no other.</summary>
    private Task<(Id<AgencyReturn>, Id<AgencyReturn>)> TwoWaitAsync() => app.In(async (PortalDb db) =>
    {
        foreach (var waits in await db.Returns.Include(r => r.Events).Where(r => r.State == ReturnState.Submitted).ToListAsync())
            waits.Accept(Viewer.System(waits.PartnershipId), null, app.Clock.Now);
        var two = await db.Returns.Include(r => r.Events).Where(r => r.State == ReturnState.Draft && r.SentAt == null)
            .OrderBy(r => r.Id).Take(2).ToListAsync();
        foreach (var (made, hours) in two.Zip([48, 24]))
        {
            made.Send(Viewer.System(made.PartnershipId), default, app.Clock.Now.AddHours(-hours));
            made.Sign(Viewer.System(made.PartnershipId) with { UserId = Id<User>.New() }, app.Clock.Now.AddHours(-hours));
        }
        await db.SaveAsync(Viewer.System(two[0].PartnershipId), "Prepared a test", default);
        return (two[0].Id, two[1].Id);
    });
}
