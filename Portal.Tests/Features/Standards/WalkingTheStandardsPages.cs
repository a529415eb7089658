using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>From the matrix to the proof and back, as each role finds it in the fictional borough.</summary>
public class WalkingTheStandardsPages
{
    [Fact]
    public async Task A_commissioner_goes_from_the_matrix_to_the_proof_with_names()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.Commissioner);
        var matrix = (await door.Open("/Standards/Matrix")).Answers(HttpStatusCode.OK)
            .Shows("agencies follow every standard shown", "Agencies that meet it");
        var cell = matrix.All(".app-matrix .is-not-met a, .app-matrix .is-partly a").Select(a => a.GetAttribute("href")!)
            .First(h => h.StartsWith("/Flags/", StringComparison.Ordinal));
        var proof = (await door.Open(cell)).Answers(HttpStatusCode.OK)
            .Shows("The standard", "The rule", "The count", "Reported in", "What would clear it", "Source:");
        Assert.Equal(6, proof.All(".app-proof > li").Count);
    }

    [Fact]
    public async Task The_matrix_is_narrowed_and_dated_through_its_form()
    {
        await using var app = await PortalApp.CreateAsync();
        var page = await (await app.SignedInAs(Role.Commissioner)).Open("/Standards/Matrix");
        page = await page.Choose("Type of agency", "Police").Fill("On an earlier day", new DateOnly(2026, 3, 31)).Press("Apply");
        page.Shows(DemoBorough.AgencyOf(AgencyType.Police), "31 March 2026").DoesNotShow(DemoBorough.OwnAgency);
        Assert.Contains("Type=Police", page.Address.Query, StringComparison.Ordinal);
        page = await page.Choose("Type of agency", "Fire").Choose("With a standard", "Unknown").Press("Apply");
        page.Shows("Nothing to show");
    }

    [Theory, InlineData("31", "2", "2026", "The earlier day must be a real date"),
        InlineData("1", "1", "2027", "The earlier day must be today or in the past")]
    public async Task A_day_on_which_nothing_can_have_stood_is_said_and_no_file_of_another_is_given(
        string day, string month, string year, string why)
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.Commissioner);
        var page = await (await door.Open("/Standards/Matrix")).Fill("Day", day).Fill("Month", month).Fill("Year", year).Press("Apply");
        page.Shows("There is a problem", why);
        Assert.Equal((day, "details[open]"), (page.Value("Day"), page.All(".app-filter[open]").Count == 1 ? "details[open]" : "folded"));
        (await door.Open($"/Standards/MatrixFile/csv{page.Address.Query}")).Shows(why);
    }

    [Fact]
    public async Task The_way_back_from_a_flag_leads_to_the_list_as_it_was_narrowed()
    {
        await using var app = await PortalApp.CreateAsync();
        var list = await (await app.SignedInAs(Role.Commissioner)).Open("/Flags?Severity=High&Closed=true");
        var named = list.All("tbody th a").Select(a => a.TextContent.Trim()).GroupBy(name => name);
        var flag = await list.Follow(named.First(g => g.Count() == 1).Key);
        Assert.Equal("?Severity=High&Closed=true", (await flag.Follow("Flags")).Address.Query);
        Assert.Equal("", (await (await app.SignedInAs(Role.Commissioner)).Open(flag.Path)).All(".govuk-back-link").Single()
            .GetAttribute("href")!.Replace("/Flags", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_column_sorts_and_turns_round()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.BoardMember);
        string[] Names(WebPage page) => [.. page.All(".app-matrix tbody th[scope=row]").Select(h => h.TextContent.Trim())];
        var worst = Names(await door.Open("/Standards/Matrix?Sort=S07"));
        var best = Names(await door.Open("/Standards/Matrix?Sort=-S07"));
        Assert.Equal(27, worst.Length);
        Assert.Equal(worst.Order(), best.Order());
        Assert.NotEqual(worst, best);
    }

    [Fact]
    public async Task A_training_lead_sees_their_own_agency_alone()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.TrainingLead);
        Assert.Single((await door.Open("/Standards/Matrix")).Shows("How your agency stands").All(".app-matrix tbody th[scope=row]"));
    }

    [Fact]
    public async Task The_file_says_what_the_page_says()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.Auditor);
        var file = await door.Fetch("/Standards/MatrixFile/csv?Type=Police");
        const string headings = "Agency,Kind,Phase,Standard,Name,Level,Severity,Standing,Count,Of,Per cent,Met at,Since,Note";
        Assert.StartsWith($"{headings}\r\n{DemoBorough.AgencyOf(AgencyType.Police)},Police,1,S01,", file.Text, StringComparison.Ordinal);
        Assert.Equal(20, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (await door.Fetch("/Standards/MatrixFile/xlsx")).ContentType);
    }

    [Fact]
    public async Task Each_standard_has_a_page_and_an_unknown_code_has_none()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.Commissioner);
        var list = (await door.Open("/Standards")).Shows("In force", "Not in force yet", "S20 Commitment signed");
        (await list.Follow("S06 Staff trained"))
            .Shows("Where agencies stand", "Level 1", "Level 4", "NICE quality standard QS116, statement 2");
        (await door.Open("/Standards/S20")).Shows("This standard is not in force yet");
        (await door.Open("/Standards/S99")).Answers(HttpStatusCode.NotFound);
        (await door.Open($"/Flags/{Guid.CreateVersion7()}")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Flags_are_filtered_and_the_closed_ones_say_why()
    {
        await using var app = await PortalApp.CreateAsync();
        var door = await app.SignedInAs(Role.Commissioner);
        var flags = await (await door.Open("/Flags")).Choose("Severity", "Critical").Press("Apply");
        Assert.All(
            flags.All("tbody .app-status--critical, tbody .app-status--high, tbody .app-status--medium"),
            tag => Assert.Equal("Critical", tag.TextContent.Trim()));
        var closed = await door.Open("/Flags?Closed=true");
        (await door.Open(closed.All("tbody th a")[0].GetAttribute("href")!))
            .Shows("Closed on", "The flag is closed, so nobody is listed");
    }

    [Fact]
    public async Task A_flag_says_which_editions_named_it_and_leads_those_who_may_read_them_there()
    {
        await using var app = await PortalApp.CreateAsync();
        var (member, administrator) = (await app.SignedInAs(Role.BoardMember), await app.SignedInAs(Role.TrainingAdministrator));
        await using var db = app.Database.Open();
        var editions = (await db.Editions.AsNoTracking().ToListAsync())
            .Where(e => e.State is EditionState.Issued or EditionState.Superseded).OrderBy(e => e.MeetingOn).ToList();
        var flag = editions[^1].Read().Flags.MaxBy(f => f.TimesReported)!;
        var naming = editions.Where(e => e.Read().Flags.Any(f => f.FlagId == flag.FlagId)).ToList();
        var page = await member.Open($"/Flags/{flag.FlagId}");
        Assert.Equal(
            naming.Select(e => $"/Reports/{e.Id}"), page.All(".app-proof a[href^='/Reports/']").Select(a => a.GetAttribute("href")));
        page.Shows($"Edition {naming[0].Number}, for the meeting on {naming[0].MeetingOn.Words()}");
        (await page.Follow($"Edition {naming[0].Number}")).Answers(HttpStatusCode.OK).Shows(flag.Reference);
        var unlinked = (await administrator.Open($"/Flags/{flag.FlagId}"))
            .Shows($"Edition {naming[0].Number}", naming[0].MeetingOn.Words());
        Assert.Empty(unlinked.All(".app-proof a[href^='/Reports/']"));
    }

    [Fact]
    public void A_flag_that_cleared_is_still_reported_and_one_with_a_longer_number_is_not_it()
    {
        var content = JsonSerializer.Serialize(new
        {
            Cleared = new[] { new ClearedFlag(Guid.Empty, "Housing", "FLG-10001", "Leads", null, new(2026, 1, 1), "Met") }
        });
        Assert.Contains(Edition.Naming("FLG-10001"), content, StringComparison.Ordinal);
        Assert.DoesNotContain(Edition.Naming("FLG-1000"), content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commissioner_evaluates_on_demand()
    {
        await using var app = await PortalApp.CreateAsync();
        var page = await (await (await app.SignedInAs(Role.Commissioner)).Open("/Standards/Evaluate")).Press("Evaluate now");
        page.Shows("Evaluated.");
        Assert.Equal("/Standards/Matrix", page.Path);
    }
}
