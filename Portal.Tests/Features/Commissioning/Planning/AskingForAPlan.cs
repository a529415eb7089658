using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Demand;
using Portal.Features.Commissioning.Planning;
using Portal.Features.Returns.Totals;
using Portal.Tests.Support;
using Portal.Tests.Support.Commissioning;

namespace Portal.Tests.Features.Commissioning.Planning;

/// <summary>From the demand page to a plan, and from plans to the paper, on the pages of the borough.</summary>
public sealed class AskingForAPlan : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.In(async (PortalDb db) =>
        {
            var partnership = await db.Partnerships.SingleAsync();
            db.AddRange(
                FundingSource.Of(partnership.Id, "Plan budget", FundingKind.PartnershipBudget, Money.OfPounds(6_000), Given.Today, null),
                FundingSource.Of(
                    partnership.Id, "Spring grant", FundingKind.Grant, Money.OfPounds(4_000), Given.Today, Given.Today.AddDays(150)),
                ContributionRequest.Of(partnership.Id, "Safeguarding board", Money.OfPounds(7_500), Given.Today, Given.Today));
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", CancellationToken.None);
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_commissioner_asks_waits_and_reads_what_was_found()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Commissioning/Demand")).Follow("The best use of money");
        page = await page.Press("Ask for a plan");
        page.Shows("Plan budget", "Spring grant", "Asked of Safeguarding board", $"{Words.Number(await BelowAsync())} people are below");
        page = await page.Fill("What shall it be called?", "Budget and grant").Fill("At most how many dates a month? (optional)", "4")
            .Press("Work it out");
        page.Shows("Budget and grant", "PL-0001", "Parts worked out: 0 of 11", "Check again");

        await SolveAsync();
        page = await page.Follow("Check again");
        page.Shows("below their level can be brought to it", "Beside other plans", "Doing nothing", "Bought by hand, date by date",
            "The best plan", "What it buys", "Which money it spends", "Plan budget", "this plan", "What this takes for granted",
            "next £1,000");
        Assert.Single(page.All("svg.app-curve"));
        (await commissioner.Open("/Commissioning/Plan")).Shows("Budget and grant", "PL-0001", "Ready");

        var board = await app.SignedInAs(Role.BoardMember);
        (await (await board.Open("/Commissioning/Plan")).Follow("Budget and grant")).Shows("What it buys", "Which money it spends")
            .DoesNotShow("Ask for another plan");
        (await board.Open("/Commissioning/Plan/New")).Answers(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_course_that_covers_little_of_its_level_is_left_to_whoever_asks()
    {
        var page = await (await app.SignedInAs(Role.Commissioner)).Open("/Commissioning/Plan/New");
        page.Shows("Covers 1 of the 8 statements of its level", "Covers 5 of the 8 statements of its level");
        Assert.False(page.IsTicked("The plan may buy C05"));
        Assert.True(page.IsTicked("The plan may buy C07"));

        page = await page.Fill("What shall it be called?", "With the e-learning").Tick("The plan may buy C05").Press("Work it out");
        await SolveAsync();
        (await page.Follow("Check again")).Shows("Covers 1 of the 8 statements of its level");
    }

    [Fact]
    public async Task Plans_are_for_those_who_read_the_funding_and_they_read_the_gap_as_well()
    {
        Assert.All(Enum.GetValues<Role>().Where(r => Permissions.Of(r, Permission.ReadFunding) != Reach.None),
            r => Assert.Equal(Reach.Partnership, Permissions.Of(r, Permission.ReadGaps)));
        var partnership = await PartnershipAsync();
        var plan = await app.In((PortalDb db) => MadeUpPlan.WriteAsync(db, partnership));
        string[] pages =
            ["/Commissioning/Plan", $"/Commissioning/Plan/{plan}", $"/Commissioning/Plan/{plan}/Progress", "/Commissioning/Options"];
        var (board, link) = (await app.SignedInAs(Role.BoardMember), await app.SignedInAs(Role.SafeguardingLink));
        foreach (var page in pages)
        {
            (await board.Open(page)).Answers(HttpStatusCode.OK);
            (await link.Open(page)).Answers(HttpStatusCode.Forbidden);
        }
        (await board.Open("/Commissioning/Demand")).Shows("The best use of money");
        (await link.Open("/Commissioning/Demand")).Answers(HttpStatusCode.OK).DoesNotShow("The best use of money");
    }

    [Fact]
    public async Task What_no_plan_can_have_is_refused_beside_its_field()
    {
        var door = await app.SignedInAs(Role.Commissioner);
        await Refused("Select money to spend, or enter some", p =>
        {
            foreach (var box in p.All("input[type=checkbox][name*=Sources]")) box.RemoveAttribute("checked");
            return p;
        });
        await Refused("Enter an amount more than £0", p => p.Fill("Amount (optional)", "0"));
        await Refused("Enter an amount more than £0", p => p.Fill("Amount (optional)", "-5"));
        await Refused("Amount must be £10,000,000 or less", p => p.Fill("Amount (optional)", "1,000,000,000"));
        await Refused("Enter between 1 and 18 months", p => p.Fill("For how many months?", "19"));
        await Refused("Enter between 1 and 200 dates a month", p => p.Fill("At most how many dates a month? (optional)", "0"));
        await Refused("Enter between 1 and 100 per cent", p => p.Fill("No agency under what share? (optional)", "101"));
        await Refused("Enter between 1 and 10", p => p.Fill("As how many people does one in a critical job count?", "11"));
        await Refused("Enter what an hour costs, or leave releasing people to their agencies",
            p => p.Tick("This money, and not their agencies"));
        await Refused("Enter what the course costs", p => p.Choose("Which level will they teach?", "Level 1"));
        await Refused("Enter a name for the plan", p => p.Fill("What shall it be called?", " "));
        Assert.Equal(0, await app.In<PortalDb, int>(db => db.TrainingPlans.CountAsync()));

        async Task Refused(string sentence, Func<WebPage, WebPage> change)
        {
            var page = (await door.Open("/Commissioning/Plan/New")).Fill("What shall it be called?", "A plan");
            (await change(page).Press("Work it out")).Answers(HttpStatusCode.BadRequest).Shows("There is a problem", sentence);
        }
    }

    [Fact]
    public async Task Two_who_ask_at_once_have_a_plan_each()
    {
        var (one, other) = (await app.SignedInAs(Role.Commissioner), await app.SignedInAs(Role.Commissioner));
        var pages = await Task.WhenAll(new[] { one, other }.Select(async door =>
            await (await door.Open("/Commissioning/Plan/New")).Fill("What shall it be called?", "The same name").Press("Work it out")));
        Assert.All(pages, p => p.Answers(HttpStatusCode.OK).Shows("The same name"));
        Assert.Equal([1, 2], await app.In<PortalDb, List<int>>(db => db.TrainingPlans.Select(p => p.Number).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task Three_plans_stand_beside_one_another_in_a_paper_with_the_cost_that_the_gap_has_elsewhere()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await commissioner.Open("/Commissioning/Options");
        page.Shows("Options for funding domestic abuse training", "No plan has been worked out");
        page = await page.Press("Prepare the three plans");
        (await page.Press("Work out the three plans")).Shows("The plans are being worked out", "Secured money and what is asked");
        await SolveAsync();

        var board = await app.SignedInAs(Role.BoardMember);
        page = await board.Open("/Commissioning/Options");
        page.Shows("Beside one another", "1. Secured money, 16 November 2026", "2. Secured money and what is asked, 16 November 2026",
            "Boards have been asked for another", "What option 1 buys", "What option 2 buys").DoesNotShow("Prepare the three plans");
        var partnership = await PartnershipAsync();
        var gap = await app.In<BoroughFigures, BoroughFigures.View>(figures => figures.RunAsync(Viewer.System(partnership), default));
        page.Shows(gap.Returned == 0 ? "No agency has signed a return yet" : $"Closing the gap costs {gap.Cost}");
        page = await page.Choose("Second plan", "None").Choose("Third plan", "None").Press("Show these");
        page.Shows("What option 1 buys").DoesNotShow("What option 2 buys");
    }

    private Task SolveAsync() => app.In<SolvePlansJob>(job => job.RunAsync(default));

    private Task<Id<Partnership>> PartnershipAsync() =>
        app.In<PortalDb, Id<Partnership>>(db => db.Partnerships.Select(p => p.Id).SingleAsync());

    private async Task<int> BelowAsync()
    {
        var partnership = await PartnershipAsync();
        return await app.In<TrainingDemand, int>(async demand =>
            (await demand.RunAsync(Viewer.System(partnership), default))!.Cells.Sum(c => c.Below[0]));
    }
}
