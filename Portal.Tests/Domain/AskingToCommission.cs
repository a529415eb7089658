namespace Portal.Tests.Domain;

public partial class AskingToCommission
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly Id<Agency> Homes = Id<Agency>.New(), Clinic = Id<Agency>.New(), School = Id<Agency>.New();
    private static readonly DateTime Monday = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = UkClock.DayOf(Monday);
    private static readonly Viewer Lead = Someone("Lead", Role.TrainingLead);
    private static readonly Viewer Commissioner = Someone("Commissioner", Role.Commissioner);
    private static readonly CommissioningTerms Terms = new() { PartnershipId = Partnership };
    private static readonly Clause Voice = Clause.InForceFrom(
        Partnership, "K04", "Survivors’ voice", "", "", null, "How?", new(2020, 1, 1));

    private static readonly CommissioningRequest.Holding Holding = new([Voice], [1, 2, 3, 4], true, Today);

    [Fact]
    public void Goes_from_a_draft_to_a_decision_with_conditions_that_are_met()
    {
        var request = Complete();
        request.Submit(Lead, Holding, Terms, 12, Monday);
        Assert.Equal((RequestState.Submitted, 12, Monday), (request.State, request.PeopleBelow, request.SharedAt));
        Assert.Equal(DecisionRoute.Commissioner, request.Route);
        request.Approve(Commissioner, Alone("Good"), [new("Book a room", "Training lead", Today.AddDays(9))], Terms, Monday);
        Assert.Equal((RequestState.Approved, "Commissioner"), (request.State, request.Decision!.By));
        var condition = Assert.Single(request.Conditions);
        Assert.True(condition.IsLateOn(Today.AddDays(10)));
        Assert.Equal("Evidence", Refusal(() => request.Meet(Commissioner, condition.Id, " ", Monday)).Field);
        request.Meet(Commissioner, condition.Id, "The room is booked", Monday);
        Assert.Equal((Today, false), (condition.MetOn, condition.IsLateOn(Today.AddDays(10))));
        Assert.Equal("This condition has been met already", Refusal(() => request.Meet(Commissioner, condition.Id, "x", Monday)).Message);
    }

    [Fact]
    public void Is_not_sent_before_every_part_is_complete()
    {
        var request = CommissioningRequest.Start(Lead, Homes, 7, "Ask and act", Monday);
        Assert.Equal("CR-0007", request.Reference);
        Assert.Equal(
            [RequestPart.Need, RequestPart.What, RequestPart.Provider, RequestPart.Quality, RequestPart.Money],
            request.Missing(Holding).Select(m => m.Part).Distinct());
        Assert.StartsWith(
            "Why it is needed is not complete", Refusal(() => request.Submit(Lead, Holding, Terms, 0, Monday)).Message,
            StringComparison.Ordinal);
        Assert.Empty(Complete().Missing(Holding));
    }

    [Fact]
    public void Nobody_decides_on_what_they_wrote_or_sent_and_nothing_is_decided_twice()
    {
        var own = Complete(Commissioner);
        own.Submit(Lead, Holding, Terms, 0, Monday);
        var writer = Someone("Writer", Role.Commissioner);
        var theirs = Complete();
        theirs.WrittenBy(writer, Monday);
        theirs.Submit(Lead, Holding, Terms, 0, Monday);
        Assert.Throws<Refused>(() => theirs.Approve(writer, Alone(), [], Terms, Monday));
        Assert.StartsWith(
            "Someone else must decide", Refusal(() => own.Approve(Commissioner, Alone(), [], Terms, Monday)).Message,
            StringComparison.Ordinal);
        var request = Sent();
        request.Decline(Commissioner, Alone("There is a course"), Terms, Monday);
        Assert.Equal("This request is declined", Refusal(() => request.Approve(Commissioner, Alone(), [], Terms, Monday)).Message);
        Assert.Throws<Refused>(() => request.Withdraw(Lead, null, Monday));
        Assert.Throws<Refused>(() => request.Join(Lead, Clinic, "Clinic", 3, Monday));
        Assert.Throws<Refused>(() => request.SayNeed("Other", null, 1));
        Assert.Equal("Note", Refusal(() => Sent().Decline(Commissioner, Alone(), Terms, Monday)).Field);
        var gone = Sent();
        gone.Withdraw(Lead, null, Monday);
        Assert.Equal("This request is withdrawn", Refusal(() => gone.Approve(Commissioner, Alone(), [], Terms, Monday)).Message);
    }

    [Theory]
    [InlineData(2_000, DecisionRoute.Commissioner), InlineData(2_000.01, DecisionRoute.SubGroup)]
    [InlineData(10_000, DecisionRoute.SubGroup), InlineData(10_000.01, DecisionRoute.Partnership)]
    public void What_it_asks_of_the_partnership_says_who_decides(decimal pounds, DecisionRoute route)
    {
        var request = Complete();
        request.AddCost(Cost(1, pounds, CostFunding.Partnership));
        request.AddCost(Cost(1, 50_000, CostFunding.OwnBudget));
        request.Submit(Lead, Holding, Terms, 0, Monday);
        Assert.Equal(route, request.Route);
    }

    [Fact]
    public void A_meeting_decides_only_when_it_was_held_since_with_a_quorum()
    {
        var request = Complete();
        request.AddCost(Cost(1, 9_000, CostFunding.Partnership));
        request.Submit(Lead, Holding, Terms, 0, Monday);
        var later = Monday.AddDays(10);
        string Refuses(int? day, int? members, int? agencies) => Refusal(() => request.Approve(
            Commissioner, new(null, day is { } d ? Meeting(Today.AddDays(d)) : null, members, agencies, null), [], Terms, later)).Message;
        Assert.Equal("Select the meeting that decided: this is for a meeting of the sub-group", Refuses(null, 9, 4));
        Assert.Equal("This meeting has not taken place yet", Refuses(11, 9, 4));
        Assert.Equal("This meeting took place before the request was sent", Refuses(-1, 9, 4));
        Assert.Equal("A decision needs 5 members present", Refuses(3, 4, 4));
        Assert.Equal("A decision needs members of 3 agencies", Refuses(3, 5, 2));
        Assert.Equal("There cannot be more agencies than members", Refuses(3, 5, 6));
        var cancelled = Meeting(Today.AddDays(3));
        cancelled.Cancel(Today);
        Assert.Equal("MeetingId", Refusal(() => request.Approve(Commissioner, new(null, cancelled, 9, 4, null), [], Terms, later)).Field);
        request.Approve(Commissioner, new(null, Meeting(Today.AddDays(3)), 5, 3, "One member took no part"), [], Terms, later);
        Assert.Equal((5, 3), (request.Decision!.Members, request.Decision.Agencies));
    }

    [Fact]
    public void What_has_changed_since_it_was_written_is_missing_again()
    {
        var request = Complete();
        Assert.Equal(RequestPart.Need, Assert.Single(request.Missing(Holding with { Levels = [1, 3] })).Part);
        Assert.Equal(RequestPart.What, Assert.Single(request.Missing(Holding with { Today = Today.AddDays(91) })).Part);
        request.SayNeed("Ask and act", "Nobody can ask", 3);
        Assert.Equal("select what a new course would cover", Assert.Single(request.Missing(Holding)).Why);
    }

    [Fact]
    public void Taken_back_it_is_written_again_and_nobody_is_said_to_have_sent_it_back()
    {
        var request = Sent();
        request.TakeBack(Lead, Monday);
        Assert.Equal((RequestState.Draft, true, null), (request.State, request.MayBeJoined, request.DecideBy(Terms, Today)));
    }

    [Fact]
    public void What_agencies_pay_together_is_what_the_training_costs_them_and_never_each_others_release()
    {
        var random = new Random(20261116);
        for (var i = 0; i < 500; i++)
        {
            var request = Complete(places: random.Next(1, 40));
            request.Share(Lead, Monday);
            request.Join(Lead, Clinic, "Clinic", random.Next(1, 40), Monday);
            request.Join(Lead, School, "School", random.Next(1, 40), Monday);
            request.AddCost(Cost(1, random.Next(1, 1_000_000) / 100m, CostFunding.OwnBudget));
            request.AddCost(Cost(1, 77.77m, CostFunding.Partnership));
            request.AddCost(Cost(1, 33.33m, CostFunding.Other));
            request.AddCost(new(CostKind.StaffRelease, null, 70, Money.OfPounds(17.20m), 0, CostFunding.OwnBudget, 2026));
            request.ShareCost((SharingRule)random.Next(3));
            var shares = request.Shares(new Dictionary<Id<Agency>, int> { [Homes] = random.Next(9), [Clinic] = random.Next(9) });
            Assert.Equal(request.Shared, shares.Select(s => s.Share).Sum());
            Assert.Equal(request.AllPlaces, shares.Sum(s => s.Places));
        }
    }

    [Fact]
    public void Others_ask_along_once_it_is_shared_and_until_it_is_decided()
    {
        var request = Complete();
        Assert.Throws<Refused>(() => request.Join(Lead, Clinic, "Clinic", 3, Monday));
        request.Share(Lead, Monday);
        Assert.Throws<Refused>(() => request.Join(Lead, Homes, "Homes", 3, Monday));
        Assert.Equal("Places", Refusal(() => request.Join(Lead, Clinic, "Clinic", 0, Monday)).Field);
        request.Join(Lead, Clinic, "Clinic", 3, Monday);
        request.Join(Lead, Clinic, "Clinic", 5, Monday);
        Assert.Equal(15, request.AllPlaces);
        request.Leave(Lead, Clinic, "Clinic", Monday);
        Assert.Equal(10, request.AllPlaces);
        Assert.Throws<Refused>(() => request.Leave(Lead, Clinic, "Clinic", Monday));
    }

    [Theory]
    [InlineData(0, 100, "Quantity"), InlineData(-1, 100, "Quantity")]
    [InlineData(1, -1, "UnitPrice"), InlineData(1, 1_000_000_000, "UnitPrice")]
    public void A_cost_that_cannot_be_is_refused(decimal quantity, decimal pounds, string field) =>
        Assert.Equal(field, Refusal(() => Complete().AddCost(Cost(quantity, pounds, CostFunding.Partnership))).Field);

    private static CommissioningRequest Complete(Viewer? by = null, int places = 10)
    {
        var request = CommissioningRequest.Start(by ?? Lead, Homes, 1, "Ask and act", Monday);
        request.SayNeed("Ask and act", "Nobody can ask", 2);
        request.SayWhat(new(null, CourseMode.Room, ["DV"], ["L2.1"], null, places, Today.AddDays(30), Today.AddDays(90)), Today);
        request.SayProvider(null, "A new provider", 3);
        request.SayOf("K04", "Survivors have written it");
        request.AddCost(Cost(1, 0, CostFunding.OwnBudget));
        return request;
    }

    private static CommissioningRequest Sent()
    {
        var request = Complete();
        request.Submit(Lead, Holding, Terms, 0, Monday);
        return request;
    }

    private static CostLine.Entry Cost(decimal quantity, decimal pounds, CostFunding funding) =>
        new(CostKind.ProviderFee, null, quantity, Money.OfPounds(pounds), 0, funding, 2026);

    private static CommissioningRequest.Deciding Alone(string? note = null) => new(note, null, null, null, null);

    private static Meeting Meeting(DateOnly day) =>
        new() { PartnershipId = Partnership, BodyId = Id<Body>.New(), Day = day, Starts = new(10, 0) };

    private static Viewer Someone(string name, Role role) => new(Id<User>.New(), name, Partnership, role);

    private static Refused Refusal(Action act) => Assert.Throws<Refused>(act);
}
