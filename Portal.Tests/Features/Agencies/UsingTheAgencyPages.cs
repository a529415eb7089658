using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

public sealed class UsingTheAgencyPages : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private Agency homes = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        homes = await app.AgencyAsync(DemoBorough.OwnAgency);
        other = await app.AgencyWithAcceptedCostsAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_lead_goes_straight_to_their_own_agency()
    {
        var page = await lead.Open("/Agencies");
        Assert.Equal($"/Agencies/{homes.Id}", page.Path);
        page.Shows(homes.Name, "Staff against need", "People in post", "Training strategy", "Training commitment")
            .DoesNotShow("Close or merge");
    }

    [Fact]
    public async Task A_return_is_opened_by_those_who_may_and_read_in_figures_by_the_board()
    {
        var commissioner = await (await app.SignedInAs(Role.Commissioner)).Open($"/Agencies/{other.Id}");
        commissioner.Shows("Skill-gap assessment", "Closing the gap costs £");
        (await commissioner.Follow("Open it")).Shows($"{other.Name}: skill-gap assessment");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"/Agencies/{other.Id}")).Shows("Closing the gap costs £")
            .DoesNotShow("Open it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ConfirmStaffList")]
    [InlineData("/Strategy")]
    [InlineData("/ConfirmLeads")]
    public async Task Does_not_find_another_agency(string page) =>
        (await lead.Open($"/Agencies/{other.Id}{page}")).Answers(HttpStatusCode.NotFound).DoesNotShow(other.Name);

    [Fact]
    public async Task Confirms_the_staff_list_and_the_leads()
    {
        var page = await (await lead.Open($"/Agencies/{homes.Id}")).Press("Confirm that these people are still in post");
        page.Shows("The leads are confirmed in post as of today", "Last confirmed in post on 16 November 2026");
        page = await page.Follow("Confirm it now");
        var button = page.All("main form button").Single().TextContent.Trim();
        (await page.Press(button)).Shows("The staff list is confirmed as of today", "last confirmed complete on 16 November 2026 (today)");
    }

    [Fact]
    public async Task A_strategy_is_filed_by_one_and_approved_by_another()
    {
        var page = await lead.Open($"/Agencies/{homes.Id}/Strategy");
        (await page.Press("File it")).Answers(HttpStatusCode.BadRequest).Shows("Enter a title", "Enter the date by which it is reviewed");
        page = await page.Fill("Title", "Plan of record").Fill("Review date", new DateOnly(2028, 3, 31))
            .Upload("The document (optional)", "plan.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 plan")).Press("File it");
        page.Shows("Strategy filed", "Waiting for approval", "plan.pdf").DoesNotShow("Approve it");

        var executive = await app.SignedInAs(Role.ExecutiveLead);
        page = await (await executive.Open($"/Agencies/{homes.Id}/Strategy")).Press("Approve it");
        (await page.Press("Approve this strategy")).Shows("Strategy approved", "Approved on 16 November 2026");
        var document = await page.Follow("Read plan.pdf");
        Assert.StartsWith("attachment", document.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commissioner_adds_an_agency_and_merges_it_only_when_sure()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await commissioner.Open("/Agencies/Add");
        (await page.Press("Add this agency")).Answers(HttpStatusCode.BadRequest)
            .Shows("Enter the name of the agency", "Select the type of agency", "Select a phase");
        var name = new string('N', 90);
        var phase = page.All("label").Select(l => l.TextContent.Trim()).First(l => l.StartsWith("Phase 1", StringComparison.Ordinal));
        page = await page.Fill("Name", name).Choose("What type of agency is it?", "Voluntary")
            .Choose("Why does it follow the standards?", "It has agreed to")
            .Choose("In which phase does it begin?", phase).Press("Add this agency");
        page.Shows($"{name} added", "Vacant", "None is approved.");

        page = await page.Follow("Close or merge");
        page = page.Choose("Does another agency carry the work on?", "Yes, it merges into another agency").Choose("Which one?", homes.Name);
        (await page.Fill("Type the name of the agency to confirm", "Something else").Press("Close or merge"))
            .Answers(HttpStatusCode.BadRequest).Shows($"Type {name} to confirm");
        page = await page.Fill("Type the name of the agency to confirm", name).Press("Close or merge");
        page.Shows("The agencies are merged", $"{name} closed on 16 November 2026 and is now part of {homes.Name}");
        (await commissioner.Open("/Agencies?Closed=true")).Shows($"now part of {homes.Name}");
    }

    [Fact]
    public async Task The_executive_lead_signs_the_commitment()
    {
        await app.In((PortalDb db) => db.CommitmentSignatures.Where(s => s.AgencyId == homes.Id).ExecuteDeleteAsync());
        var executive = await app.SignedInAs(Role.ExecutiveLead);
        var page = await (await executive.Open($"/Agencies/{homes.Id}")).Follow("Read and sign it");
        (await page.Press("Sign version 1")).Answers(HttpStatusCode.BadRequest).Shows("Enter the office of the person who signs");
        page = await page.Fill($"Office of the person who signs for {homes.Name}", "Chief executive").Press("Sign version 1");
        page.Shows("Your signature is in the register", "16 November 2026");
    }

    [Fact]
    public async Task A_phase_is_moved_by_the_commissioner()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Agencies/Phases")).Follow("Change the first day of phase 2");
        (await page.Fill("First day", new DateOnly(2001, 1, 1)).Press("Save")).Answers(HttpStatusCode.BadRequest)
            .Shows("First day must be after phase 1 begins");
        (await page.Fill("First day", new DateOnly(2027, 6, 1)).Press("Save")).Shows("The phase begins on 1 June 2027");
    }
}
