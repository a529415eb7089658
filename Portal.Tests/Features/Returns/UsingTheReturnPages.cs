using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed partial class UsingTheReturnPages : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private Id<AgencyReturn> id;
    private Id<Agency> agency;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        // The demo lead's agency is writing its return of the second cycle.
        var found = await app.In((PortalDb db) => db.Returns
            .Where(a => a.State == ReturnState.Draft && db.Agencies.Any(g => g.Id == a.AgencyId && g.Name == DemoBorough.OwnAgency)
                && a.ExtensionReason != null)
            .Select(a => new { a.Id, a.AgencyId }).SingleAsync());
        (id, agency) = (found.Id, found.AgencyId);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_colleague_finds_the_shared_section_alone_and_still_reads_it_once_it_is_sent()
    {
        var colleague = await app.SignedInAs(Role.Learner);
        (await colleague.Open($"/Returns/{id}")).Answers(HttpStatusCode.NotFound);
        var name = await app.In((PortalDb db) => db.Users.Where(u => u.Email == DemoPeople.Email[Role.Learner]).Select(u => u.Name)
            .SingleAsync());
        await (await lead.Open($"/Returns/{id}/Share")).Tick(name).Tick("Questions").Press("Share");
        (await colleague.Open($"/Returns/{id}")).Shows("Questions").DoesNotShow("What has happened", "Costing");
        foreach (var other in new[] { "People", "Actions", "Costing", "Check", "Download", "Review" })
            Assert.NotEqual(HttpStatusCode.OK, (await colleague.Fetch($"/Returns/{id}/{other}")).Status);
        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        (await colleague.Open($"/Returns/{id}/Questions")).Answers(HttpStatusCode.OK).DoesNotShow("Change");
        await ChangeAsync(a => a.SendBack(Lead with { UserId = Id<User>.New() }, "Look again", app.Clock.Now));
        await (await lead.Open($"/Returns/{id}/Share")).Tick(name).Untick("Questions").Press("Share");
        (await colleague.Open($"/Returns/{id}/Questions")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tells_the_second_of_two_what_the_first_answered_and_lets_them_decide()
    {
        var question = await app.In((PortalDb db) => db.Set<CycleQuestion>()
            .Where(q => q.Kind == QuestionKind.Words && db.Returns.Any(a => a.Id == id && a.CycleId == q.CycleId)).Select(q => q.Id)
            .SingleAsync());
        var (mine, theirs) =
            (await lead.Open($"/Returns/{id}/Questions/{question}"), await lead.Open($"/Returns/{id}/Questions/{question}"));
        (await theirs.Fill("Answer", "Night shifts").Press("Save and continue")).Shows("Answer saved");
        var refused = await mine.Fill("Answer", "Few dates").Press("Save and continue");
        refused.Answers(HttpStatusCode.BadRequest)
            .Shows("Someone changed this while you were looking", "has meanwhile answered: Night shifts");
        Assert.Equal("Few dates", refused.Value("Answer"));
        (await refused.Press("Save and continue")).Shows("Answer saved");
        (await lead.Open($"/Returns/{id}/Questions")).Shows("Few dates");
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_in_a_sentence_and_nothing_typed_is_lost()
    {
        var question = await app.In((PortalDb db) => db.Set<CycleQuestion>()
            .Where(q => q.Code == "DASH" && db.Returns.Any(a => a.Id == id && a.CycleId == q.CycleId)).Select(q => q.Id).SingleAsync());
        var form = (await lead.Open($"/Returns/{id}/Questions/{question}")).Fill("Anything to add (optional)", "Some teams");
        form = form.Upload("Evidence (optional)", "policy.pdf", "MZ a program"u8.ToArray());
        form = (await form.Press("Save and continue")).Answers(HttpStatusCode.BadRequest).Shows("There is a problem");
        Assert.Equal("Some teams", form.Value("Anything to add (optional)"));
    }

    [Fact]
    public async Task Every_finding_of_the_check_leads_to_a_page_where_it_is_put_right()
    {
        var check = await lead.Open($"/Returns/{id}/Check");
        var links = check.All("main .govuk-list--bullet a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links) (await lead.Open(link)).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_costing_of_300_lines_is_shown_added_up_and_downloaded_whole()
    {
        await app.In(async (PortalDb db) =>
        {
            await db.CostLines.Where(c => c.ReturnId == id).ExecuteDeleteAsync();
            var action = await db.GapActions.Where(a => a.ReturnId == id).Select(a => a.Id).FirstAsync();
            foreach (var price in Enumerable.Range(1, 300))
            {
                var line = new CostLine { ReturnId = id, ActionId = action };
                line.Change(new(CostKind.Travel, $"Trip {price}", 1, Money.OfPounds(price), 0, CostFunding.OwnBudget, 2026));
                db.Add(line);
            }
            await db.SaveAsync(Lead, "Prepared a test", default);
        });
        (await lead.Open($"/Returns/{id}/Costing")).Shows("The plans cost £45,150", "Trip 1", "Trip 300");
        Assert.Equal(
            300, DownloadedSheet.OfWorkbook((await lead.Fetch($"/Returns/{id}/Download")).Bytes, "Costing").Count);
    }

    [Fact]
    public async Task A_lead_of_two_agencies_gets_from_a_link_to_the_one_it_is_about()
    {
        var other = await app.In((PortalDb db) => db.Returns.AsNoTracking()
            .Where(a => a.AgencyId != agency && db.Returns.Any(own => own.Id == id && own.CycleId == a.CycleId)).OrderBy(a => a.Id)
            .FirstAsync());
        var (user, name) = await app.In(async (
            PortalDb db) => (await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.TrainingLead]), await db.Agencies
            .Where(a => a.Id == other.AgencyId).Select(a => a.Name).SingleAsync()));
        (await lead.Open($"/Returns/{other.Id}")).Answers(HttpStatusCode.NotFound).DoesNotShow("Open it for another of your roles");
        await app.Has(new Membership
        {
            PartnershipId = other.PartnershipId, UserId = user.Id, Role = Role.TrainingLead, AgencyId = other.AgencyId,
            From = new(2026, 1, 5), CheckedOn = new(2026, 1, 5)
        });
        var missing = (await lead.Open($"/Returns/{other.Id}?x=1")).Answers(HttpStatusCode.NotFound);
        var choice = await missing.Follow("Open it for another of your roles");
        var found = await choice.Tick($"Training lead, {name}").Press("Continue");
        Assert.Equal($"/Returns/{other.Id}?x=1", found.Address.PathAndQuery);
        found.Answers(HttpStatusCode.OK).Shows(name);
        // Now the other one is out of sight.
        (await lead.Open($"/Returns/{id}")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Notes_for_reviewers_stay_with_reviewers()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        foreach (var (text, secret) in new[] { ("Compare with the hospital", true), ("Thank you for the detail", false) })
        {
            var form = (await commissioner.Open($"/Returns/{id}/Comment")).Fill("Comment", text).Tick("Questions");
            if (secret)
                form.Tick(form.All("input[type=checkbox]").Select(b => form.All($"label[for='{b.Id}']")[0].TextContent.Trim()).Single());
            (await form.Press("Save")).Shows("Comment saved", text);
        }
        foreach (var page in new[] { "", "/Questions", "/Check" })
            (await lead.Open($"/Returns/{id}{page}")).DoesNotShow("Compare with the hospital");
        (await lead.Open($"/Returns/{id}")).Shows("Thank you for the detail");
        Assert.False(await app.In((PortalDb db) => db.Outbox.AnyAsync(m => m.Text.Contains("Compare with the hospital"))));
    }

    [Fact]
    public async Task Somebody_who_has_left_signs_nothing()
    {
        await ChangeAsync(a => a.Send(Lead, default, app.Clock.Now));
        var executive = await app.SignedInAs(Role.ExecutiveLead);
        var form = (await executive.Open($"/Returns/{id}/Sign")).Tick("Sign and submit");
        await app.In(async (PortalDb db) =>
        {
            (await db.Memberships.SingleAsync(m => m.AgencyId == agency && m.Role == Role.ExecutiveLead && m.Until == null))
                .End(DateOnly.FromDateTime(app.Clock.Now));
            await db.SaveAsync(Lead, "Left", default);
        });
        (await form.Press("Continue")).DoesNotShow("Signed and submitted");
        var after = await app.In((PortalDb db) => db.Returns.AsNoTracking().SingleAsync(a => a.Id == id));
        Assert.Equal((ReturnState.AwaitingSignature, null), (after.State, after.SignedByName));
    }

    private Viewer Lead => new(
        Id<User>.New(), "Lead",
        app.In((PortalDb db) => db.Returns.Where(a => a.Id == id).Select(a => a.PartnershipId).SingleAsync()).GetAwaiter().GetResult(),
        Role.TrainingLead, AgencyId: agency);

    private Task ChangeAsync(Action<AgencyReturn> change) => app.In(async (PortalDb db) =>
    {
        change(await db.Returns.SingleAsync(a => a.Id == id));
        await db.SaveAsync(Lead, "Prepared a test", default);
    });
}
