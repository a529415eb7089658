using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>An agency with ten staff or fewer fills in its return on one page, through the real form.</summary>
public sealed class FillingInOnePage : IAsyncLifetime
{
    private const string Risk = "Is a risk checklist used?", Courses = "How many courses do you run?", Barriers = "What stands in the way?";

    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private AgencyReturn made = null!;

    private string Path => $"/Returns/{made.Id}/OnePage";

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        made = await AskedAsync(headcount: 4);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Is_offered_to_ten_staff_and_no_more()
    {
        var page = await (await lead.Open($"/Returns/{made.Id}")).Press("Fill in everything on one page");
        Assert.Equal(Path, page.Path);
        var large = await AskedAsync(headcount: 11);
        (await lead.Open($"/Returns/{large.Id}")).Shows("People", "Questions").DoesNotShow("Fill in everything on one page");
    }

    [Fact]
    public async Task One_form_makes_the_whole_return()
    {
        var check = await Filled(await lead.Open(Path)).Press("Save and check");
        check.Answers(HttpStatusCode.OK).Shows("Everything on the page is saved", "The plans cost £36")
            .DoesNotShow("not confirmed", "not answered", "no action", "no costing");
        (await lead.Open($"/Returns/{made.Id}")).Shows("100% is done");

        var (line, answers, action, cost) = await KeptAsync();
        Assert.True(line.IsAnswered);
        Assert.Equal(
            [(2, null, null), (null, 3, null), (null, null, "Few dates near us.")],
            answers.Where(a => a.IsAnswered).Select(a => (a.Score, a.Count, a.Words)));
        Assert.Equal(
            (ActionRoute.ELearning, "Head of housing", new DateOnly(2027, 3, 31), 1),
            (action!.Route, action.Owner, action.DueOn!.Value, action.People));
        Assert.Equal(
            (CostKind.ELearningLicence, 1m, Money.OfPounds(36), CostFunding.OwnBudget, 2026),
            (cost!.Kind, cost.Quantity!.Value, cost.Total, cost.Funding, cost.Year));
    }

    [Fact]
    public async Task Saved_again_it_changes_what_is_there_and_adds_nothing()
    {
        await Filled(await lead.Open(Path)).Press("Save");
        var page = await (await lead.Open(Path)).Fill("Owner", "Head of care").Fill("Price of one", "£1,200.50").Press("Save");
        page.Answers(HttpStatusCode.OK).Shows("Everything on the page is saved");
        var (_, _, action, cost) = await KeptAsync();
        Assert.Equal(("Head of care", Money.OfPounds(1440.60m)), (action!.Owner, cost!.Total));
    }

    [Fact]
    public async Task Untouched_it_counts_nothing_that_was_carried_forward()
    {
        await (await lead.Open(Path)).Press("Save");
        (await lead.Open($"/Returns/{made.Id}")).Shows("0% is done");
        var (line, answers, action, _) = await KeptAsync();
        Assert.Equal((false, true, null), (line.IsAnswered, answers.TrueForAll(a => !a.IsAnswered), action));
    }

    [Fact]
    public async Task What_is_refused_says_so_beside_it_and_the_rest_is_saved()
    {
        var page = Filled(await lead.Open(Path)).Fill("People in this job", "3").Fill("Of these, in date", "4")
            .Fill("Why they differ", "A late start")
            .Fill("Price of one", "lots").Fill("Owner", "Head of care");
        page = (await page.Press("Save")).Answers(HttpStatusCode.BadRequest)
            .Shows("There is a problem", "No more than 3 can hold the level, because there are 3 people",
                "Price must be an amount of money, like 1200 or £1,200.50");
        Assert.Equal(
            ("3", "4", "A late start", "lots", "Head of care"),
            (page.Value("People in this job"), page.Value("Of these, in date"), page.Value("Why they differ"), page.Value("Price of one"),
                page.Value("Owner")));
        Assert.All(page.All(".govuk-error-summary a"), link => Assert.Single(page.All(link.GetAttribute("href")!)));
        var (line, answers, action, _) = await KeptAsync();
        Assert.Equal((false, 3, null), (line.IsAnswered, answers.Count(a => a.IsAnswered), action));

        (await page.Fill("Of these, in date", "3").Fill("Price of one", "45").Press("Save")).Answers(HttpStatusCode.OK);
        (line, _, action, var cost) = await KeptAsync();
        Assert.Equal((3, 0, "Head of care", Money.OfPounds(54)), (line.StatedHeadcount, line.StatedGap, action!.Owner, cost!.Total));
    }

    [Theory]
    [InlineData("What does it cost?", "E-learning licence: £30 for each person", "Select how the gap is to be closed")]
    [InlineData("How will you close it?", "Recruit", null)]
    public async Task A_cost_needs_an_action_but_an_action_can_wait_for_its_cost(string field, string option, string? refusal)
    {
        var page = await (await lead.Open(Path)).Choose(field, option).Press("Save");
        if (refusal is null) Assert.Equal((ActionRoute.Recruit, null), ((await KeptAsync()).Action!.Route, (await KeptAsync()).Cost));
        else Assert.Equal(option, page.Answers(HttpStatusCode.BadRequest).Shows(refusal, "Select who pays").Value(field));
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_not_overwritten()
    {
        var open = Filled(await lead.Open(Path));
        await (await lead.Open(Path)).Choose(Risk, "1: Some").Press("Save");
        (await open.Press("Save")).Answers(HttpStatusCode.BadRequest)
            .Shows("Someone changed this while you were looking. Check it and try again");
        Assert.Equal(1, (await KeptAsync()).Answers[0].Score);
    }

    [Fact]
    public async Task Once_it_is_sent_nothing_is_saved_and_nothing_typed_is_lost()
    {
        await Filled(await lead.Open(Path)).Press("Save");
        var open = (await lead.Open(Path)).Fill("Owner", "Head of care");
        await (await lead.Open($"/Returns/{made.Id}/Check")).Press("Send to the executive lead");
        var page = (await open.Press("Save")).Answers(HttpStatusCode.BadRequest)
            .Shows("This return is waiting for the executive lead, so it cannot be changed now");
        Assert.Equal("Head of care", page.Value("Owner"));
        Assert.Equal("Head of housing", (await KeptAsync()).Action!.Owner);
        Assert.Equal($"/Returns/{made.Id}", (await lead.Open(Path)).Path);
    }

    private static WebPage Filled(WebPage page) => page
        .Tick("The portal’s figures are right wherever we state none of our own")
        .Choose(Risk, "2: Most").Fill(Courses, "3").Tick("As last time: “Few dates near us.”")
        .Choose("How will you close it?", "E-learning").Fill("Owner", "Head of housing").Fill("By when?", new DateOnly(2027, 3, 31))
        .Choose("What does it cost?", "E-learning licence: £30 for each person").Choose("VAT", "20%").Choose("Who pays?", "Our own budget");

    private async Task<(GapLine Line, List<ReturnAnswer> Answers, GapAction? Action, CostLine? Cost)> KeptAsync()
    {
        await using var db = app.Database.Open();
        var numbers = await db.Set<CycleQuestion>().Where(q => q.CycleId == made.CycleId).ToDictionaryAsync(q => q.Id, q => q.Number);
        return (await db.GapLines.SingleAsync(l => l.ReturnId == made.Id),
            [.. (await db.ReturnAnswers.Where(a => a.ReturnId == made.Id).ToListAsync()).OrderBy(a => numbers[a.QuestionId])],
            await db.GapActions.SingleOrDefaultAsync(a => a.ReturnId == made.Id),
            await db.CostLines.SingleOrDefaultAsync(c => c.ReturnId == made.Id));
    }

    /// <summary>
    /// The demo lead’s agency is asked about one job, in which one person does not hold level 1; last time it named a barrier.
    /// </summary>
    private async Task<AgencyReturn> AskedAsync(int headcount)
    {
        await using var db = app.Database.Open();
        var (agency, today) = (await app.AgencyAsync(DemoBorough.OwnAgency), app.Database.Clock.Today);
        var framework = await db.Frameworks.FirstAsync(f => f.PartnershipId == agency.PartnershipId && f.State == FrameworkState.Published);
        var cycle = new Cycle
        {
            PartnershipId = agency.PartnershipId, PhaseId = agency.PhaseId, FrameworkId = framework.Id, Title = $"Of {headcount}",
            OpensOn = today, CutOffOn = today, DueAt = UkClock.At(today.AddDays(30), new(17, 0)), EndsOn = today.AddMonths(12),
        };
        cycle.Ask(new()
        {
            CycleId = cycle.Id, Code = "DASH", Number = 1, Text = Risk, Kind = QuestionKind.Scored, Descriptors = "No\nSome\nMost\nAll"
        });
        cycle.Ask(new() { CycleId = cycle.Id, Code = "INHOUSE", Number = 2, Text = Courses, Kind = QuestionKind.Number });
        cycle.Ask(new() { CycleId = cycle.Id, Code = "BARRIERS", Number = 3, Text = Barriers, Kind = QuestionKind.Words });
        cycle.Open(today, app.Database.Clock.Now);
        var asked = new AgencyReturn
        {
            PartnershipId = agency.PartnershipId, CycleId = cycle.Id, AgencyId = agency.Id, Number = 1, DueAt = cycle.DueAt,
            FiguresTakenAt = app.Database.Clock.Now
        };
        var before = new ReturnAnswer { ReturnId = asked.Id, QuestionId = cycle.Questions[2].Id };
        before.Answer(QuestionKind.Words, null, null, "Few dates near us.", Viewer.System(agency.PartnershipId), app.Database.Clock.Now);
        db.AddRange(cycle, asked, before.CarryTo(asked.Id, before.QuestionId),
            new GapLine
            {
                ReturnId = asked.Id, JobRoleId = (await db.JobRoles.FirstAsync()).Id, LevelNumber = 1, Headcount = headcount,
                Holding = headcount - 1, Expiring = 0
            });
        await db.SaveAsync(Viewer.System(agency.PartnershipId), "Asked for a return", default);
        return asked;
    }
}
