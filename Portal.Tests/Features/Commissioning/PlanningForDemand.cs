using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>Scenarios, school terms and suggested dates, on the pages.</summary>
public sealed class PlanningForDemand : IAsyncLifetime
{
    private const string Starters = "How many people will start, beside the last 12 months?";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_scenario_is_saved_shown_beside_the_forecast_changed_and_removed()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Commissioning/Demand")).Follow("Save a scenario");
        page = await page.Fill("Name", "If the hospital grows").Fill(Starters, "501").Press("Save the scenario");
        page.Answers(HttpStatusCode.BadRequest).Shows("Starters must be between 0% and 500% of the last 12 months");
        Assert.Equal(("501", "If the hospital grows"), (page.Value(Starters), page.Value("Name")));
        page = await page.Fill(Starters, "300").Fill("How many months ahead does it look?", "20").Press("Save the scenario");
        page.Shows("Scenario saved", "Scenario “If the hospital grows”: 20 months ahead, starters at 300%", "In the scenario",
            "(open)", "Close the scenario");
        var again = await (await commissioner.Open("/Commissioning/Demand/Scenarios/Add")).Fill("Name", "if the HOSPITAL grows")
            .Press("Save the scenario");
        again.Answers(HttpStatusCode.BadRequest).Shows("There is already a scenario of this name");

        var board = await app.SignedInAs(Role.BoardMember);
        var read = await (await board.Open("/Commissioning/Demand")).Follow("If the hospital grows");
        read.Shows("In the scenario").DoesNotShow("Save a scenario");
        (await board.Open("/Commissioning/Demand/Scenarios/Add")).Answers(HttpStatusCode.Forbidden);
        (await (await app.SignedInAs(Role.TrainingLead)).Open("/Commissioning/Demand")).Answers(HttpStatusCode.Forbidden);

        page = await page.Follow("Change If the hospital grows");
        var other = await commissioner.Open(page.Path);
        page = await page.Fill("How many of the places that are booked will be used? (optional)", "90").Press("Save");
        page.Shows("Scenario changed", "90% of places used");
        other = await other.Fill(Starters, "200").Press("Save");
        other.Answers(HttpStatusCode.BadRequest).Shows("Someone changed this while you were looking");
        Assert.Equal("200", other.Value(Starters));
        page = await (await (await page.Follow("Change If the hospital grows")).Follow("Remove this scenario")).Press("Remove it");
        page.Shows("Scenario removed", "None is saved yet");
        (await other.Press("Save")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_kind_of_agency_and_each_count_lead_to_who_is_counted()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Commissioning/Demand?level=1")).Choose("Kind of agency", "Housing").Press("Apply");
        page.Shows("Housing", "Level 1");
        var agency = await app.In(async (PortalDb db) => await db.Agencies.Where(a => a.Type == AgencyType.Housing
            && db.Posts.Any(p => p.AgencyId == a.Id && p.LeftOn == null)).Select(a => new { a.Id, a.Name }).FirstAsync());
        page = await commissioner.Open($"/Commissioning/Demand/Counted?level=1&Agency={agency.Id}&month=6");
        page.Shows("Who is counted: " + agency.Name, "below Level 1 on", "if nobody trains");
        var board = await app.SignedInAs(Role.BoardMember);
        page = await board.Open($"/Commissioning/Demand/Counted?level=1&month=6");
        page.Shows("Whoever works for two agencies counts in both", "Agency", "Counted");
        (await board.Open($"/Commissioning/Demand/Counted?level=1&Agency={agency.Id}&month=6")).DoesNotShow("Name");
        (await board.Open("/Commissioning/Demand/Counted?level=99")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task School_terms_are_kept_and_none_has_days_of_another()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await commissioner.Open("/Commissioning/SchoolTerms");
        page.Shows("18 terms", "Autumn term 2026, first half");
        page = await (await page.Follow("Add a term")).Fill("Name", "Autumn term 2026, again").Fill("First day", new DateOnly(2026, 9, 10))
            .Fill("Last day", new DateOnly(2026, 9, 1)).Press("Add this term");
        page.Answers(HttpStatusCode.BadRequest).Shows("The last day must be on or after the first day");
        page = await page.Fill("Last day", new DateOnly(2026, 9, 20)).Press("Add this term");
        page.Answers(HttpStatusCode.BadRequest).Shows("Autumn term 2026, first half has some of these days");
        page = await page.Fill("First day", new DateOnly(2030, 9, 2)).Fill("Last day", new DateOnly(2030, 10, 18)).Press("Add this term");
        page.Shows("19 terms", "18 October 2030");
        page = await (await page.Follow("Autumn term 2026, again")).Fill("Last day", new DateOnly(2030, 10, 25)).Press("Save");
        page = await (await page.Shows("Term changed", "25 October 2030").Follow("Autumn term 2026, again")).Follow("Remove this term");
        (await page.Press("Remove it")).Shows("Term removed", "18 terms");
        var board = await app.SignedInAs(Role.BoardMember);
        (await board.Open("/Commissioning/SchoolTerms")).Shows("18 terms").DoesNotShow("Add a term");
        (await board.Open("/Commissioning/SchoolTerms/Add")).Answers(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_suggested_day_is_filled_in_where_the_date_is_added()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await commissioner.Open("/Commissioning/Demand/Dates?level=2");
        page.Shows("would give everyone a place", "none on a weekend or a bank holiday", "School staff are among those who need a place");
        var link = page.All("main td a[href*='/Dates/Add']")[0];
        page = await commissioner.Open(link.GetAttribute("href")!);
        page.Shows("Add a date");
        var day = DateOnly.Parse(link.GetAttribute("href")!.Split("day=")[1].Split('&')[0], Words.British);
        Assert.True(WorkingDays.IsWorkingDay(day));
        Assert.Contains($"value=\"{day.Year}\"", page.Html, StringComparison.Ordinal);
        Assert.NotEqual("", page.Value("How many places are there?"));
        (await (await app.SignedInAs(Role.BoardMember)).Open("/Commissioning/Demand/Dates?level=2"))
            .Shows("would give everyone a place").DoesNotShow("Choose a day");
    }

    [Fact]
    public async Task How_good_it_would_have_been_is_printed_with_the_forecast()
    {
        var board = await app.SignedInAs(Role.BoardMember);
        var page = await board.Open("/Commissioning/Demand");
        page.Shows("Made 6 and 12 months ago, it would have been wrong by");
        (await page.Follow("how good the forecast would have been")).Shows("people on average", "As it would have been made on");
    }
}
