using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>Before anyone decides, everyone reads until when it would count; and who cannot decide reads who can.</summary>
public sealed class VerifyingByPage : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_claim_that_has_lapsed_already_says_so_to_both()
    {
        var lapsed = "It would have counted until 3 February 2023, so it has already lapsed";
        (await ClaimAsync("Elsewhere day", new(2020, 2, 3))).Shows("Whoever decides at your agency is told now", lapsed);
        var lead = await app.SignedInAs(Role.TrainingLead);
        var decide = (await lead.Open($"/Staff/Training/{await RecordAsync("Elsewhere day")}")).Shows(lapsed);
        (await decide.Choose("Do you accept this training?", "Yes, I have seen the evidence").Press("Save the decision"))
            .Shows("is verified. It counted until 3 February 2023 and has lapsed").DoesNotShow("counts from now on");
    }

    [Fact]
    public async Task A_claim_in_date_says_until_when_and_its_lead_is_told()
    {
        (await ClaimAsync("Fresh day", new(2026, 5, 3))).Shows("It would count until 3 May 2029");
        var id = await RecordAsync("Fresh day");
        var mail = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.Subject == "A training record to verify"));
        Assert.Equal(DemoPeople.Email[Role.TrainingLead], mail.ToAddress, ignoreCase: true);
        Assert.Contains($"/Staff/Training/{id}", mail.Text, StringComparison.Ordinal);
        (await app.SignedInAs(Role.TrainingLead).Open($"/Staff/Training/{id}")).Shows("It would count until 3 May 2029");
    }

    [Fact]
    public async Task Who_entered_it_reads_who_decides_has_no_task_and_they_are_told()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var person = await app.In((PortalDb db) => db.Posts
            .Where(p => p.LeftOn == null && db.Agencies.Any(a => a.Id == p.AgencyId && a.Name == DemoBorough.OwnAgency))
            .OrderBy(p => p.Id).Select(p => p.StaffId).FirstAsync());
        var before = Tasks(await lead.Open("/"));
        await Fill(await lead.Open($"/Staff/{person}/Training/Add"), "Paper day", new(2026, 5, 3)).Press("Add to the record");
        var executive = DemoPeople.Email[Role.ExecutiveLead];
        (await lead.Open("/Staff/ToVerify")).Shows("Someone else must decide", executive);
        (await lead.Open($"/Staff/Training/{await RecordAsync("Paper day")}")).Shows("Someone else must decide: ", executive);
        Assert.Equal(before, Tasks(await lead.Open("/")));
        Assert.True(await app.In((PortalDb db) => db.Outbox.AnyAsync(
            m => m.Subject == "A training record to verify" && m.ToAddress.ToLower() == executive.ToLower())));
    }

    [Fact]
    public async Task Several_are_found_chosen_checked_and_verified_together()
    {
        await ClaimAsync("Fresh day", new(2026, 5, 3));
        await ClaimAsync("Fresh week", new(2026, 6, 3));
        var lead = await app.SignedInAs(Role.TrainingLead);
        (await (await lead.Open("/Staff/ToVerify")).Fill("Name or course", "nothing like it").Press("Search"))
            .Shows("Nothing that waits matches");
        var list = await (await lead.Open("/Staff/ToVerify")).Fill("Name or course", "FRESH").Press("Search");
        list.Shows("2 waiting", ", about themselves", "It would count until 3 May 2029");
        var name = await app.In((PortalDb db) => db.TrainingRecords.Where(r => r.Course == "Fresh day")
            .Select(r => db.Staff.Single(s => s.Id == r.StaffId).Name).SingleAsync());
        var check = await list.Tick($"Choose Fresh day of {name}").Tick($"Choose Fresh week of {name}").Press("Verify those chosen");
        check.Shows("Check what you verify", "Fresh day", "Fresh week", "None attached. Ask to see it first");
        (await check.Press("Verify 2 records")).Shows("2 records verified");
        Assert.Equal(2, await app.In((PortalDb db) => db.TrainingRecords.CountAsync(
            r => r.Course.StartsWith("Fresh") && r.State == RecordState.Verified)));
        (await lead.Open("/Staff/ToVerify?Search=fresh")).Shows("Nothing that waits matches");
    }

    [Fact]
    public async Task The_commissioner_narrows_the_list_to_one_agency_and_an_executive_lead_sees_theirs()
    {
        await ClaimAsync("Fresh day", new(2026, 5, 3));
        var list = await (await app.SignedInAs(Role.Commissioner)).Open("/Staff/ToVerify");
        var own = await list.Choose("Agency", DemoBorough.OwnAgency).Press("Apply");
        own.Shows("Fresh day", DemoBorough.OwnAgency);
        var executive = await app.SignedInAs(Role.ExecutiveLead);
        (await executive.Open("/Staff/ToVerify")).Shows("Fresh day").DoesNotShow("Someone else must decide");
        (await executive.Open($"/Staff/Training/{await RecordAsync("Fresh day")}")).Shows("Do you accept this training?");
    }

    private async Task<WebPage> ClaimAsync(string course, DateOnly achieved) =>
        await Fill(await app.SignedInAs(Role.Learner).Open("/Staff/Claim"), course, achieved).Press("Send");

    private static WebPage Fill(WebPage form, string course, DateOnly achieved) => form
        .Choose("Which level does it train for?", "Level 1: Recognise and respond").Fill("Name of the course", course)
        .Fill("Date achieved", achieved);

    private Task<Id<TrainingRecord>> RecordAsync(string course) =>
        app.In((PortalDb db) => db.TrainingRecords.Where(r => r.Course == course).Select(r => r.Id).SingleAsync());

    private static List<string> Tasks(WebPage home) =>
        [.. home.All("main a[href='/Staff/ToVerify']").Select(a => a.TextContent.Trim())];
}
