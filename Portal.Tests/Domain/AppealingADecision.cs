using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public class AppealingADecision
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly Id<Agency> Homes = Id<Agency>.New();
    private static readonly DateTime Monday = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Lead = Someone(Role.TrainingLead), Commissioner = Someone(Role.Commissioner),
        Chair = Someone(Role.BoardChair);
    private static readonly CommissioningTerms Terms = new() { PartnershipId = Partnership };
    private static readonly Provider Larch = Given.Provider(Partnership);

    [Fact]
    public void A_request_that_was_declined_is_approved_when_the_chair_changes_the_decision()
    {
        var request = Declined();
        Assert.Equal(AppealAgainst.Declining, request.MayAppeal(Terms, isOrdered: false, UkClock.DayOf(Monday)));
        request.MakeAppeal(Lead, "The course is full until May", Terms, isOrdered: false, Monday);
        Assert.True(request.IsAppealed);
        request.AnswerAppeal(Chair, true, [], "It cannot wait until May", Monday.AddDays(1));
        Assert.Equal((RequestState.Approved, RequestState.Declined, AppealOutcome.Changed),
            (request.State, request.Decided, request.Appeal!.Outcome));
        Assert.Equal([RequestStep.Appealed, RequestStep.AppealChanged], request.Events.Select(e => e.Step).TakeLast(2));
        Assert.NotNull(request.Order(Commissioner, 1, Larch, Money.OfPounds(900), "Two days", Monday.AddDays(2)));
    }

    [Fact]
    public void Conditions_are_lifted_by_name_and_those_that_were_met_stay()
    {
        var request = Conditional();
        request.MakeAppeal(Lead, "We have no room for others", Terms, false, Monday);
        Assert.Equal("An appeal waits for the chair. It is ordered once that is answered",
            Refusal(() => request.Order(Commissioner, 1, Larch, Money.OfPounds(900), "Two days", Monday)).Message);
        Assert.Equal("Lifted", Refusal(() => request.AnswerAppeal(Chair, true, [], "Yes", Monday)).Field);
        request.AnswerAppeal(Chair, true, [request.Conditions[1].Id], "There is no room", Monday);
        Assert.Equal(["Show the form"], request.Conditions.Select(c => c.What));
        Assert.Equal((RequestStep.ConditionLifted, "Keep two places"), (request.Events[^1].Step, request.Events[^1].Note));
    }

    [Fact]
    public void A_decision_that_stands_stays_and_there_is_no_second_appeal()
    {
        var request = Declined();
        request.MakeAppeal(Lead, "Please look again", Terms, false, Monday);
        Assert.Equal("Note", Refusal(() => request.AnswerAppeal(Chair, false, [], " ", Monday)).Field);
        request.AnswerAppeal(Chair, false, [], "There is a course in March", Monday);
        Assert.Equal((RequestState.Declined, AppealOutcome.Stands), (request.State, request.Appeal!.Outcome));
        Assert.Equal("No appeal waits for an answer", Refusal(() => request.AnswerAppeal(Chair, true, [], "Yes", Monday)).Message);
        Assert.Equal("There has been an appeal already, and there is one at most",
            Refusal(() => request.MakeAppeal(Lead, "Again", Terms, false, Monday)).Message);
    }

    [Fact]
    public void Nobody_answers_an_appeal_about_what_they_decided_wrote_or_sent()
    {
        var request = Declined();
        request.MakeAppeal(Lead, "Please look again", Terms, false, Monday);
        foreach (var one in new[] { Lead, Commissioner })
            Assert.Equal("Someone who did not decide, write or send it, and did not appeal, must answer the appeal",
                Refusal(() => request.AnswerAppeal(one, false, [], "No", Monday)).Message);
    }

    [Fact]
    public void What_was_not_decided_withdrawn_ordered_or_decided_too_long_ago_is_not_appealed_against()
    {
        var sent = Given.Sent(Lead, Homes, 1, 900, Monday);
        Assert.Equal("This request is waiting for a decision. An appeal is against declining it, or against conditions still to be met",
            Message(sent, Monday));
        sent.Withdraw(Lead, null, Monday);
        Assert.StartsWith("This request is withdrawn", Message(sent, Monday), StringComparison.Ordinal);
        Assert.StartsWith("This request is approved", Message(Given.Approved(Lead, Commissioner, Homes, 1, 900, Monday), Monday),
            StringComparison.Ordinal);
        Assert.Equal("This request has been ordered, so the decision stands",
            Refusal(() => Conditional().MakeAppeal(Lead, "Why", Terms, isOrdered: true, Monday)).Message);
        Assert.Equal("Because", Refusal(() => Declined().MakeAppeal(Lead, "", Terms, false, Monday)).Field);
        // Ten working days after Monday 16 November.
        Declined().MakeAppeal(Lead, "On the last day", Terms, false, Monday.AddDays(14));
        Assert.Equal("An appeal was possible until 30 November 2026. You can start another request",
            Message(Declined(), Monday.AddDays(15)));
    }

    [Fact]
    public void Whoever_appealed_does_not_answer_it_in_another_role()
    {
        var request = Declined();
        var executive = Someone(Role.ExecutiveLead);
        request.MakeAppeal(executive, "Please look again", Terms, false, Monday);
        Assert.StartsWith("Someone who did not decide, write or send it, and did not appeal",
            Refusal(() => request.AnswerAppeal(executive with { Role = Role.BoardChair }, true, [], "Yes", Monday)).Message);
    }

    private static string Message(CommissioningRequest request, DateTime at) =>
        Refusal(() => request.MakeAppeal(Lead, "Please look again", Terms, false, at)).Message;

    private static CommissioningRequest Declined()
    {
        var request = Given.Sent(Lead, Homes, 1, 900, Monday);
        request.Decline(Commissioner, new("There is a course", null, null, null, null), Terms, Monday);
        return request;
    }

    private static CommissioningRequest Conditional()
    {
        var request = Given.Approved(Lead, Commissioner, Homes, 1, 900, Monday, conditions:
        [
            new("Show the form", "Training lead", new(2026, 12, 1)), new("Keep two places", "Training lead", new(2026, 12, 1)),
        ]);
        request.Meet(Commissioner, request.Conditions[0].Id, "It was shown", Monday);
        return request;
    }

    private static Viewer Someone(Role role) => new(Id<User>.New(), role.Words(), Partnership, role);

    private static Refused Refusal(Action act) => Assert.Throws<Refused>(act);
}
