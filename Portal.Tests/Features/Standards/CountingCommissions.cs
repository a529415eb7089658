using Portal.Features.Standards.Measures;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

public sealed class CountingCommissions : AtTheRunDesk
{
    private static readonly DateOnly Today = Given.Today;
    private int orders;

    [Fact]
    public async Task Counts_dates_of_in_house_courses_that_another_gives_and_whether_they_were_approved_by_their_first_day()
    {
        var own = Given.Provider(Borough.Partnership.Id, "Brambleford Homes", Borough.Homes);
        var (bought, ours) = (ACourse("C20", Provider, Borough.Homes), ACourse("C21", own, Borough.Homes));
        await SaveAsync(own, bought, ours);
        var (first, onTheDay) = (Given.Run(bought, Today.AddDays(20)), Given.Run(bought, Today.AddDays(-30)));
        var late = Given.Run(bought, Today);
        var (without, edge) = (Given.Run(bought, Today.AddDays(-40)), Given.Run(bought, Today.AddYears(-1)));
        var cancelled = Given.Run(bought, Today.AddDays(5));
        cancelled.Cancel(Administrator, "Nobody came", Now);
        await SaveAsync(first, onTheDay, late, without, edge, cancelled,
            Given.Run(bought, Today.AddYears(-1).AddDays(-1)), Given.Run(bought, Today.AddDays(6), published: false),
            Given.Run(ours, Today.AddDays(7)), Given.Run(Course, Today.AddDays(8)));
        await OrderAsync(Borough.Homes, Today.AddDays(-30), first, onTheDay);
        await OrderAsync(null, Today.AddDays(1), late);

        var measured = Assert.Single(await CountAsync());
        Assert.Equal((Borough.Homes.Id, 2, 5), (measured.AgencyId, measured.Numerator, measured.Denominator));
        Assert.Equal(
            $"Not approved first: C20 on {Words.Day(Today.AddYears(-1))}, C20 on {Words.Day(Today.AddDays(-40))}, " +
            $"C20 on {Words.Day(Today)}", measured.Note);
        Assert.Equal(4, Assert.Single(await CountAsync(Today.AddDays(1))).Denominator);
    }

    [Fact]
    public async Task Counts_dates_that_an_agency_asked_for_once_for_each_agency()
    {
        var (bought, shared) = (ACourse("C20", Provider, Borough.Homes), Given.Run(Course, Today.AddDays(-5)));
        await SaveAsync(bought);
        var (both, ofClinic) = (Given.Run(bought, Today.AddDays(9)), Given.Run(bought, Today.AddDays(10)));
        await SaveAsync(shared, both, ofClinic);
        await OrderAsync(Borough.Homes, Today.AddDays(-60), both);
        await OrderAsync(Borough.Clinic, Today.AddDays(-4), shared, ofClinic);

        var measured = await CountAsync();
        Assert.Equal(
            new[] { (Borough.Clinic.Id, 1, 2), (Borough.Homes.Id, 2, 2) }.ToHashSet(),
            measured.Select(m => (m.AgencyId, m.Numerator, m.Denominator)).ToHashSet());
        var one = Assert.Single(await CountAsync(agency: Borough.Clinic));
        // As at a day before its order was made, nothing of it is known.
        Assert.Empty(await CountAsync(Today.AddDays(-5), Borough.Clinic));
        Assert.Equal(($"Not approved first: C04 on {Words.Day(Today.AddDays(-5))}", 1, 2), (one.Note, one.Numerator, one.Denominator));
    }

    [Fact]
    public async Task Says_what_it_counted_and_names_no_more_than_ten_dates()
    {
        Assert.Empty(await CountAsync());
        var bought = ACourse("C20", Provider, Borough.Homes);
        await SaveAsync(bought, [.. Enumerable.Range(1, 12).Select(d => Given.Run(bought, Today.AddDays(d)))]);
        Assert.EndsWith(" and 2 others", Assert.Single(await CountAsync()).Note, StringComparison.Ordinal);
        var measure = new CommissionedFirst(new(null!));
        Assert.Equal("3 of 4 commissioned dates were approved by the partnership first, or were urgent and asked for in time",
            measure.Sentence(3, 4));
        Assert.Equal("No training was commissioned in the last 12 months", measure.NothingToCount(0));
    }

    [Theory, InlineData(10, 1), InlineData(11, 0)]
    public async Task Urgent_dates_that_were_asked_for_in_time_are_named_as_such_and_later_ones_were_not_approved_first(
        int daysLater, int follow)
    {
        var bought = ACourse("C20", Provider, Borough.Homes);
        var (run, on) = (Given.Run(bought, Today.AddDays(-15)), Today.AddDays(-20));
        await SaveAsync(bought, run);
        var (terms, sent) = (new CommissioningTerms { PartnershipId = Borough.Partnership.Id },
            UkClock.At(on.AddDays(daysLater), new(9, 0)));
        var request = CommissioningRequest.Start(Borough.Lead, Borough.Homes.Id, 1, "Urgent", UkClock.At(on, new(9, 0)));
        request.CommissionedFirst(on, "A ward has opened", terms, UkClock.At(on, new(9, 0)));
        Given.Complete(request, on, 0);
        request.Submit(Borough.Lead, new([], [1, 2, 3, 4], true, on), terms, 0, sent);
        request.Approve(Borough.Commissioner, new(null, null, null, null, null), [], terms, sent.AddDays(1));
        var order = request.Order(Borough.Commissioner, 1, Provider, Money.Zero, "As agreed", sent.AddDays(1));
        order.Gives(run.Id);
        await SaveAsync(request, order);

        var measured = Assert.Single(await CountAsync());
        Assert.Equal((follow, 1), (measured.Numerator, measured.Denominator));
        Assert.Equal($"{(follow == 1 ? "Urgent, and asked for in time" : "Not approved first")}: C20 on {Words.Day(Today.AddDays(-15))}",
            measured.Note);
    }

    [Fact]
    public async Task What_was_declined_and_approved_on_appeal_is_approved_from_the_day_of_the_answer()
    {
        var bought = ACourse("C20", Provider, Borough.Homes);
        var (before, after) = (Given.Run(bought, Today.AddDays(-9)), Given.Run(bought, Today.AddDays(9)));
        await SaveAsync(bought, before, after);
        var (terms, at) = (new CommissioningTerms { PartnershipId = Borough.Partnership.Id }, UkClock.At(Today.AddDays(-12), new(9, 0)));
        var request = Given.Sent(Borough.Lead, Borough.Homes.Id, 1, 0, at);
        request.Decline(Borough.Commissioner, new("There is a course", null, null, null, null), terms, at);
        request.MakeAppeal(Borough.Lead, "It is full", terms, false, at.AddDays(1));
        request.AnswerAppeal(Given.Viewer(Borough.Partnership.Id, Role.BoardChair, Borough.Ed), true, [], "Yes", at.AddDays(6));
        var order = request.Order(Borough.Commissioner, 1, Provider, Money.Zero, "As agreed", at.AddDays(6));
        order.Gives(before.Id);
        order.Gives(after.Id);
        await SaveAsync(request, order);
        Assert.Equal($"Not approved first: C20 on {Words.Day(Today.AddDays(-9))}", Assert.Single(await CountAsync()).Note);
    }

    /// <summary>An order of a request that was approved on the same day.</summary>
    private async Task OrderAsync(Agency? agency, DateOnly on, params CourseRun[] runs)
    {
        var at = UkClock.At(on, new(9, 0));
        var request = Given.Approved(Borough.Lead, Borough.Commissioner, agency?.Id, ++orders, 0, at);
        var order = request.Order(Borough.Commissioner, orders, Provider, Money.Zero, "As agreed", at);
        foreach (var run in runs) order.Gives(run.Id);
        await SaveAsync(request, order);
    }

    private Task<IReadOnlyList<Measured>> CountAsync(DateOnly? day = null, Agency? agency = null) => In((CommissionedFirst measure) =>
        measure.RunAsync(new(Borough.Partnership.Id, Borough.Framework, day ?? Today, agency?.Id), None));
}
