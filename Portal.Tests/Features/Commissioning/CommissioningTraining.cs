using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>From a need to a decision, on the pages, as those who take part see them.</summary>
public sealed partial class CommissioningTraining : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_lead_asks_the_commissioner_judges_and_decides_and_the_condition_is_met()
    {
        var began = app.Clock.Now;
        var (lead, commissioner) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.Commissioner));
        var page = await Asked(lead, "Ask and act for reception", pounds: "900");
        page.Shows("Waiting for a decision", "It is for the commissioner", "below this level when the request was sent");

        var reference = page.All(".govuk-caption-l")[0].TextContent.Split(',')[0];
        page = await (await commissioner.Open("/")).Follow($"Decide on {reference}, Ask and act for reception");
        page = await page.Press("Judge its clauses");
        page = await (await page.Choose("Which clause?", "Survivors’ voice (needs a person)").Choose("Is it met?", "Yes")
            .Fill("Note (optional)", "Known from last year").Press("Save the finding")).Follow("Ask and act for reception");
        page.Shows("judged by").DoesNotShow("Known from last year");
        page = await page.Press("Decide");
        page = await page.Choose("What was decided?", "Approved").Fill("Condition 1 (optional)", "Show the feedback form")
            .Press("Record the decision");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter the office that answers for it", "Enter the day by which it is met");
        page = await page.Fill("Office that answers for condition 1", "Training lead")
            .Fill("Condition 1 is met by", Given.Today.AddDays(20)).Press("Record the decision");
        page.Shows("Approved", "Show the feedback form", "To be met");

        (await lead.Open("/")).Shows($"Meet a condition of {reference}");
        page = await (await page.Follow("Record that it is met: Show the feedback form"))
            .Fill("What shows that it is met?", "It was sent on Monday").Press("Record that it is met");
        page.Shows("It was sent on Monday");
        (await lead.Open("/")).DoesNotShow($"Meet a condition of {reference}");
        var mails = await app.In((PortalDb db) => db.Outbox
            .Where(m => m.Key.StartsWith("commissioning/") && m.QueuedAt >= began)
            .Select(m => m.Subject).Distinct().ToListAsync());
        Assert.Equal(["A request has been decided", "A request to commission training"], mails.Order());
    }

    [Fact]
    public async Task A_part_that_is_not_right_says_so_beside_the_field_and_keeps_what_was_typed()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await (await Level(await lead.Open("/Commissioning/Start"), 2)).Press("Start a request");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter a title");
        page = await page.Fill("What would you call the training?", "Ask and act").Press("Start a request");
        var request = page.Path;
        (await page.Press("Check and send")).Shows("Before it can be sent:", "say why it is needed", "add what it costs");

        page = await (await lead.Open($"{request}/What")).Fill("Places for you", "0").Press("Save");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter between 1 and 2,000 places");
        page = await page.Fill("Places for you", "12").Fill("First day on which it could be given", Given.Today.AddDays(-1)).Press("Save");
        page.Answers(HttpStatusCode.BadRequest).Shows("The first day must be today or in the future");
        Assert.Equal("12", page.Value("Places for you"));

        page = await (await lead.Open($"{request}/Money")).Press("Add the cost");
        page.Answers(HttpStatusCode.BadRequest)
            .Shows("Select what it is for", "Enter how many", "Enter the price of one", "Select who pays");
        page = await page.Choose("What for?", "Provider fee").Fill("How many", "1").Fill("Price of one, before VAT", "1000000000")
            .Choose("Who pays?", "Asked of the partnership").Press("Add the cost");
        page.Answers(HttpStatusCode.BadRequest).Shows("Price must be £1,000,000 or less");
    }

    [Fact]
    public async Task Another_agency_finds_what_is_asked_for_and_reads_the_rest_once_it_asks_along()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await Written(lead, "Only for us", "500");
        var request = page.Path;
        var other = await app.LeadElsewhere();
        (await other.Open(request)).Answers(HttpStatusCode.NotFound);
        (await other.Open("/Commissioning")).DoesNotShow("Only for us");
        await (await lead.Open(request)).Press("Share it with the partnership");

        page = await (await other.Open("/Commissioning")).Follow("Only for us");
        page.Shows("What is asked for", "12").DoesNotShow("Nobody here can ask", "£500", "Survivors");
        (await other.Open($"{request}/Need")).Answers(HttpStatusCode.NotFound);
        page = await (await page.Press("Ask along for your agency")).Fill("Places for your agency", "8").Press("Ask along");
        page.Shows("Nobody here can ask", "£500", "20");
        (await other.Open($"{request}/Money")).Answers(HttpStatusCode.NotFound);
        page = await (await page.Press("Change or end asking along")).Press("Ask along no more");
        page.Shows("Your agency asks along no more").DoesNotShow("Nobody here can ask");
    }

    [Fact]
    public async Task What_asks_for_more_than_the_commissioner_may_give_waits_for_a_meeting()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var path = (await Asked(lead, "A dear course", "9000")).Path;
        (await (await app.SignedInAs(Role.Commissioner)).Open($"{path}/Decide"))
            .Shows("It is for a meeting of the sub-group", "No meeting that could decide it has been held since it was sent");
        (await (await app.SignedInAs(Role.BoardMember)).Open(path)).Shows("A dear course", "£9,000");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"{path}/Decide")).Answers(HttpStatusCode.Forbidden);
        (await (await app.SignedInAs(Role.Learner)).Open(path)).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told()
    {
        var path = (await Asked(await app.SignedInAs(Role.TrainingLead), "Twice", "100")).Path;
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var (first, second) = (await commissioner.Open($"{path}/Decide"), await commissioner.Open($"{path}/Decide"));
        (await first.Choose("What was decided?", "Approved").Press("Record the decision")).Shows("Recorded");
        (await second.Choose("What was decided?", "Declined").Fill("Note", "No").Press("Record the decision"))
            .Answers(HttpStatusCode.BadRequest);
        Assert.Equal(
            RequestState.Approved, await app.In((PortalDb db) => db.CommissioningRequests
                .Where(r => r.Title == "Twice").Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task A_clause_is_drafted_tried_and_published_and_what_was_sent_keeps_its_own()
    {
        var (lead, commissioner) = (await app.SignedInAs(Role.TrainingLead), await app.SignedInAs(Role.Commissioner));
        var path = (await Asked(lead, "Before the change", "100")).Path;
        var page = await (await (await commissioner.Open("/Commissioning/Clauses")).Follow("Price in line")).Press(
            "Start a draft of the next version");
        page = await page.Fill("Wording", "").Press("Save the draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter the wording");
        page = await page.Fill("Wording", "A place is worth its price.").Fill("What it asks (optional)", "Why is it worth its price?")
            .Press("Save the draft");
        page.Shows("Tried on past requests", "would not meet it, because nothing is said about it");
        page = await (await page.Follow("Publish the draft as it was saved")).Fill("First day", Given.Today).Press("Publish it");
        page.Answers(HttpStatusCode.BadRequest).Shows("The first day must be in the future");
        page = await page.Fill("First day", Given.Today.AddDays(1)).Press("Publish it");
        page.Shows("Published from 17 November 2026", "version 1", "A place is worth its price.");
        app.Clock.Advance(TimeSpan.FromDays(1));
        lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open(path)).DoesNotShow("A place is worth its price.");
        (await lead.Open("/Commissioning/Clauses")).Shows("A place is worth its price.");
    }

    private static async Task<WebPage> Asked(FrontDoor lead, string title, string pounds) =>
        await (await (await Written(lead, title, pounds)).Press("Check and send")).Press("Send it for a decision");

    /// <summary>A request of which every part is complete, as its own page shows it.</summary>
    private static async Task<WebPage> Written(FrontDoor lead, string title, string pounds)
    {
        var page = await (await Level(await lead.Open("/Commissioning/Start"), 2))
            .Fill("What would you call the training?", title).Press("Start a request");
        page = await (await page.Follow("Why it is needed"))
            .Fill("Why is it needed, and why are the courses on offer not enough?", "Nobody here can ask").Press("Save");
        page = await page.Follow("What is asked for");
        foreach (var label in page.All("label").Select(l => l.TextContent.Trim()))
            if (label.StartsWith("L2.", StringComparison.Ordinal)) page.Tick(label);
        page = await page.Choose("How is it given?", "In a room").Fill("Places for you", "12")
            .Fill("First day on which it could be given", Given.Today.AddDays(30))
            .Fill("Last day on which it could be given", Given.Today.AddDays(90)).Press("Save");
        page = await (await page.Follow("Who would give it"))
            .Fill("Otherwise, what is it called? (optional)", "Larch Training").Press("Save");
        page = await page.Follow("How it meets the standards");
        foreach (var question in page.All("label[for^='Answers']").Select(l => l.TextContent.Trim()).ToList())
            page = page.Fill(question, "As it should be");
        page = await page.Press("Save");
        page = await (await page.Follow("What it costs and who pays")).Choose("What for?", "Provider fee").Fill("How many", "1")
            .Fill("Price of one, before VAT", pounds).Choose("Who pays?", "Asked of the partnership").Press("Add the cost");
        return await page.Follow(title);
    }

    private static Task<WebPage> Level(WebPage page, int number) =>
        page.Choose("Which level are people to reach?", page.All("label").First(l => l.TextContent.Trim().StartsWith(
            $"Level {number}:", StringComparison.Ordinal)).TextContent.Trim()).Press("Look what there is");
}
