using Portal.Features.Commissioning.Ordering;
using Portal.Features.Commissioning.Outcomes;
using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class SeeingWhetherItWorked : AtTheRunDesk
{
    [Fact]
    public async Task Places_people_money_confidence_and_flags_stand_beside_what_was_promised()
    {
        var (request, run) = await HeldAsync(1, Provider, Course, 400, came: 2);
        await SayAsync(run, EvaluationMoment.Before, 2, 2, 2, 3, 3);
        await SayAsync(run, EvaluationMoment.After, 4, 4, 5, 5);
        var (cleared, other, elsewhere) = (
            Flag("FLG-1", 2, Borough.Homes), Flag("FLG-2", 1, Borough.Homes), Flag("FLG-3", 2, Borough.Clinic));
        foreach (var flag in new[] { cleared, other, elsewhere })
            flag.Close(Administrator, Given.Today, "At level again", Now);
        var closed = Flag("FLG-4", 2, Borough.Homes);
        closed.Close(Administrator, Given.Today, $"{Portal.Domain.Flag.AgencyClosed} 3 June", Now);
        await SaveAsync(cleared, other, elsewhere, closed, Flag("FLG-5", 2, Borough.Homes));

        var line = Assert.Single(await OutcomesAsync(Borough.Commissioner, new(request.Id)));
        // £400 for ten places, of which the date gives five; the request reckoned nothing for release.
        Assert.Equal(new TrainingOutcome(5, 2, 2, Money.OfPounds(200), Money.Zero), line.Outcome);
        Assert.Equal(line.Outcome, Assert.Single(line.Dates).Outcome);
        Assert.Equal((2.4m, null, null), (line.Confidence[EvaluationMoment.Before].Mean, line.Confidence[EvaluationMoment.After].Mean,
            line.Confidence[EvaluationMoment.FollowUp].Mean));
        Assert.Equal((1, 7, "Ashgrove Women’s Aid"), (line.FlagsCleared, line.Request.PeopleBelow, line.Provider));

        // The order's own page counts the same.
        var order = (await In((OrderView orders) => orders.RunAsync(Borough.Commissioner, request, null, None)))!.Outcome;
        Assert.Equal((order.PlacesUsed, order.Reached, order.Spent), (line.Outcome.Used, line.Outcome.Reached, line.Outcome.Spent));
    }

    [Fact]
    public async Task Those_who_read_requests_of_the_partnership_see_every_provider_of_the_level_and_agencies_their_own_order_alone()
    {
        var (first, _) = await HeldAsync(1, Provider, Course, 400, came: 2);
        var rowan = Given.Provider(Borough.Partnership.Id, "Rowan Learning");
        var course = ACourse("C90", rowan);
        await SaveAsync(rowan, course);
        var (second, _) = await HeldAsync(2, rowan, course, 300, came: 1);
        Assert.Equal([second.Id, first.Id], (await OutcomesAsync(Borough.Commissioner, new(Level: 2))).Select(l => l.Request.Id));
        Assert.Empty(await OutcomesAsync(Borough.Commissioner, new(Level: 3)));
        Assert.Equal([second.Id], (await OutcomesAsync(Administrator, new(Provider: rowan.Id))).Select(l => l.Request.Id));
        Assert.Empty(await OutcomesAsync(Borough.Lead, new(Level: 2)));
        Assert.Empty(await OutcomesAsync(Borough.Lead, new(Provider: rowan.Id)));
        Assert.Single(await OutcomesAsync(Borough.Lead, new(first.Id)));
        Assert.Empty(await OutcomesAsync(Gives, new(first.Id)));
    }

    [Fact]
    public async Task A_provider_has_its_figures_of_a_year_by_level_beside_all_others()
    {
        var (first, run) = await HeldAsync(1, Provider, Course, 400, came: 2);
        await SayAsync(run, EvaluationMoment.Before, 2, 2, 2, 3, 3);
        var rowan = Given.Provider(Borough.Partnership.Id, "Rowan Learning");
        var course = ACourse("C90", rowan);
        await SaveAsync(rowan, course);
        await HeldAsync(2, rowan, course, 300, came: 1);

        var own = (await OfProviderAsync(Borough.Commissioner, Provider.Id))!;
        var year = FinancialYear.Of(Given.Today);
        Assert.Equal((Provider.Name, year), (own.Provider, own.Year));
        Assert.Equal([year], own.Years);
        var level = Assert.Single(own.Levels);
        Assert.Equal((2, 1, 2, 1), (level.Number!.Value, level.Orders, level.Outcome.Used, level.Others!.Used));
        Assert.Equal(2.4m, level.Confidence[EvaluationMoment.Before].Mean);
        Assert.Equal([first.Id], own.Orders.Select(l => l.Request.Id));

        Assert.Null(await OfProviderAsync(Borough.Commissioner, Provider.Id, year - 1));
        Assert.Null(await OfProviderAsync(Borough.Lead, Provider.Id));
        Assert.Null(await OfProviderAsync(Gives, Provider.Id));
    }

    [Fact]
    public async Task Before_a_date_is_held_there_is_nothing()
    {
        var (request, run) = (await SaveAsync(Approved(1, 400)), await SaveAsync(Given.Run(Course)));
        await OrderAsync(request, Provider, 400);
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
        var line = Assert.Single(await OutcomesAsync(Borough.Commissioner, new(request.Id)));
        Assert.Equal((TrainingOutcome.None, 0, OrderedDate.ToCome), (line.Outcome, line.FlagsCleared, Assert.Single(line.Dates).Standing));
    }

    private Task<IReadOnlyList<OutcomesOfOrders.Line>> OutcomesAsync(Viewer viewer, OutcomesOfOrders.Asked asked) =>
        In((OutcomesOfOrders outcomes) => outcomes.RunAsync(viewer, asked, None));

    private Task<OutcomesOfProvider.Details?> OfProviderAsync(Viewer viewer, Id<Provider> provider, int? year = null) =>
        In((OutcomesOfProvider outcomes) => outcomes.RunAsync(viewer, provider, year, None));

    /// <summary>An order of ten places with a date of five that was held, to which so many came.</summary>
    private async Task<(CommissioningRequest Request, CourseRun Run)> HeldAsync(
        int number, Provider provider, Course course, decimal pounds, int came)
    {
        var (request, run) = (await SaveAsync(Approved(number, pounds)),
            await SaveAsync(Given.Run(course, Given.Today.AddDays(-3), places: 5)));
        var now = Now;
        await OrderAsync(request, provider, pounds);
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
        Now = run.OpensAt;
        var bookings = new List<Booking>();
        for (var n = 0; n < came; n++) bookings.Add(await Asks(run, $"Person {number}{n}"));
        Now = run.EndsAt;
        foreach (var booking in bookings)
            await In((MarkRegister register) => register.RunAsync(Administrator, run.Id, [booking.Id], BookingState.Attended, None));
        Now = now;
        return (request, run);
    }

    private async Task OrderAsync(CommissioningRequest request, Provider provider, decimal pounds)
    {
        var budget = await SaveAsync(FundingSource.Of(Borough.Partnership.Id, $"Budget {request.Number}", FundingKind.PartnershipBudget,
            Money.OfPounds(1_000), Given.Today.AddDays(-1), null));
        await In((PlaceOrder place) => place.RunAsync(
            Borough.Commissioner, request.Id, new(provider.Id, Money.OfPounds(pounds), "Two days", budget.Id), request.Version, None));
    }

    private async Task SayAsync(CourseRun run, EvaluationMoment moment, params int[] confidences)
    {
        foreach (var confidence in confidences)
        {
            var reply = new EvaluationReply { PartnershipId = run.PartnershipId, RunId = run.Id, Moment = moment };
            reply.Rate("LADDER", "L2.1", confidence);
            await SaveAsync(reply);
        }
    }

    private CommissioningRequest Approved(int number, decimal pounds) =>
        Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, number, pounds, Now);

    private Flag Flag(string reference, int level, Agency agency) => new()
    {
        PartnershipId = Borough.Partnership.Id, Reference = reference, AgencyId = agency.Id, StandardCode = "S02", Level = level,
        FirstSeenOn = Given.Today.AddDays(-60), Occurrence = 1, Severity = Severity.High,
    };
}
