using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Planning;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning.Planning;

/// <summary>A plan is changed by asking again, with the form as it was filled in, whatever came of the plan.</summary>
public sealed class AskingAgain : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.In(async (PortalDb db) =>
        {
            var partnership = await db.Partnerships.SingleAsync();
            db.AddRange(
                FundingSource.Of(partnership.Id, "Plan budget", FundingKind.PartnershipBudget, Money.OfPounds(6_000), Given.Today, null),
                ContributionRequest.Of(partnership.Id, "Safeguarding board", Money.OfPounds(7_500), Given.Today, Given.Today));
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", CancellationToken.None);
        });
        commissioner = await app.SignedInAs(Role.Commissioner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Everything_that_was_typed_stands_in_the_form_and_is_kept_again_as_it_was()
    {
        var form = await FilledInAsync();
        var typed = Fields(form);
        var page = await (await form.Press("Work it out")).Press("Change and ask again");
        Assert.Equal(typed, Fields(page));
        (await page.Press("Work it out")).Shows("PL-0002", "All of it");
        var plans = await PlansAsync();
        Assert.Equal((plans[0].Typed, plans[0].Question), (plans[1].Typed, plans[1].Question));
        var question = plans[1].ReadQuestion();
        Assert.Equal((7, 4, 20, 10, 3, true), (question.Months, question.Limits.RunsAMonth, question.Limits.CriticalPercent,
            question.Limits.AgencyPercent, question.Limits.CriticalWeight, question.Limits.PaysRelease));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_is_asked_for_again_with_a_limit_less()
    {
        var page = await FilledInAsync();
        await page.Fill("At least what share of people in critical jobs? (optional)", "100").Fill("Amount (optional)", "1")
            .Press("Work it out");
        await app.In<SolvePlansJob>(job => job.RunAsync(default));
        page = await commissioner.Open($"/Commissioning/Plan/{(await PlansAsync())[0].Id}");
        page = await page.DoesNotShow("What it buys").Press("Change and ask again");
        Assert.Equal("100", page.Value("At least what share of people in critical jobs? (optional)"));
        await page.Fill("At least what share of people in critical jobs? (optional)", "").Press("Work it out");
        Assert.Null((await PlansAsync())[1].ReadQuestion().Limits.CriticalPercent);
    }

    [Fact]
    public async Task A_plan_that_was_given_up_says_what_to_do_and_is_asked_for_again()
    {
        await (await FilledInAsync()).Press("Work it out");
        await app.In(async (PortalDb db) =>
        {
            var plan = await db.TrainingPlans.SingleAsync();
            while (plan.Begin())
            {
            }
            await db.SaveOwnHistoryAsync(default);
        });
        (await commissioner.Open("/Commissioning/Plan")).Shows("Could not be made");
        var page = await commissioner.Open($"/Commissioning/Plan/{(await PlansAsync())[0].Id}");
        page = await page.Shows("A plan of fewer courses, months or limits can be asked for in its place").Press("Change and ask again");
        Assert.Equal("All of it", page.Value("What shall it be called?"));
    }

    [Fact]
    public async Task Money_that_has_gone_is_left_out_and_money_that_came_since_is_there_to_tick()
    {
        await (await FilledInAsync()).Press("Work it out");
        await app.In(async (PortalDb db) =>
        {
            var partnership = await db.Partnerships.SingleAsync();
            (await db.ContributionRequests.SingleAsync(r => r.Board == "Safeguarding board")).Decline(null, Given.Today);
            db.Add(FundingSource.Of(partnership.Id, "Late grant", FundingKind.Grant, Money.OfPounds(900), Given.Today, null));
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", CancellationToken.None);
        });
        var page = await commissioner.Open($"/Commissioning/Plan/New?again={(await PlansAsync())[0].Id}");
        page.Shows("Chosen for that plan, no longer there to choose and so left out: 1 source of money.", "Late grant")
            .DoesNotShow("Asked of Safeguarding board");
        Assert.Equal(1, page.All("input[type=checkbox][name$='.Use'][name*=Sources]").Count(box => !((IHtmlInputElement)box).IsChecked));
    }

    [Fact]
    public async Task Whose_form_was_not_kept_is_not_there_to_be_asked_again()
    {
        var plan = await app.In(async (PortalDb db) =>
            await Support.Commissioning.MadeUpPlan.WriteAsync(db, await db.Partnerships.Select(p => p.Id).SingleAsync()));
        (await commissioner.Open($"/Commissioning/Plan/{plan}")).Shows("Ask for another plan").DoesNotShow("Change and ask again");
        (await commissioner.Open($"/Commissioning/Plan/New?again={plan}")).Answers(HttpStatusCode.NotFound);
        (await commissioner.Open($"/Commissioning/Plan/New?again={Id<TrainingPlan>.New()}")).Answers(HttpStatusCode.NotFound);
    }

    /// <summary>A form in which every field is other than it began.</summary>
    private async Task<WebPage> FilledInAsync()
    {
        var page = await commissioner.Open("/Commissioning/Plan/New");
        foreach (var box in page.All("input[type=checkbox][name*=Sources]").OfType<IHtmlInputElement>()) box.IsChecked = true;
        foreach (var box in page.All("input[type=checkbox][name*=Offers]").OfType<IHtmlInputElement>().Skip(2)) box.IsChecked = false;
        foreach (var price in page.All("input[name$='.Price']").OfType<IHtmlInputElement>()) price.Value = "12.34";
        return page.Fill("What shall it be called?", "All of it").Fill("For how many months?", "7")
            .Choose("Plan budget only for one level (optional)", "Level 2").Fill("Amount (optional)", "2,500")
            .Fill("Last day on which it can be spent (optional)", Given.Today.AddDays(200))
            .Choose("Other money only for one kind of agency (optional)", "Housing")
            .Choose("Which level will they teach?", "Level 1").Fill("What does one such course cost?", "800")
            .Fill("How many places do they give then?", "30").Fill("After how many months?", "2")
            .Fill("At most how many dates a month? (optional)", "4")
            .Fill("At least what share of people in critical jobs? (optional)", "20").Fill("No agency under what share? (optional)", "10")
            .Fill("As how many people does one in a critical job count?", "3")
            .Fill("What does releasing a person for an hour cost, with cover? (optional)", "21.50")
            .Tick("This money, and not their agencies");
    }

    /// <summary>What stands in each field, as it would be sent; amounts as they are meant, however they are written.</summary>
    private static List<(string?, string?)> Fields(WebPage page) =>
    [
        .. page.All("[name^='Form.']").Select(field => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => (box.Name, box.IsChecked ? box.Value : ""),
            IHtmlInputElement input => (input.Name, input.Value.Replace(",", "", StringComparison.Ordinal)),
            IHtmlSelectElement list => (list.Name, list.Value),
            var other => (other.GetAttribute("name"), other.TextContent),
        }),
    ];

    private Task<List<TrainingPlan>> PlansAsync() =>
        app.In((PortalDb db) => db.TrainingPlans.AsNoTracking().OrderBy(p => p.Number).ToListAsync());
}
