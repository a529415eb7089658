namespace Portal.Tests.Domain;

public class AskingWhenItWasUrgent
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly DateTime Monday = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = UkClock.DayOf(Monday);
    private static readonly Viewer Lead = new(Id<User>.New(), "Lead", Partnership, Role.TrainingLead);
    private static readonly CommissioningTerms Terms = new() { PartnershipId = Partnership };

    [Fact]
    public void It_is_said_when_it_is_begun_and_asked_for_within_the_days_that_the_partnership_gives()
    {
        var request = Urgent(Today.AddDays(-3));
        Assert.Equal((Today.AddDays(-3), Today.AddDays(7)), (request.CommissionedOn, request.AskBy));
        Assert.Equal((false, true), (request.IsAskedLate(Today.AddDays(7)), request.IsAskedLate(Today.AddDays(8))));
        Assert.Equal("It was urgent: commissioned on 13 November 2026. It is to be asked for by 23 November 2026.",
            request.UrgentWords(Today));
        Assert.Equal("It was urgent: commissioned on 13 November 2026. The last day to ask for it was 23 November 2026, so it is late.",
            request.UrgentWords(Today.AddDays(8)));
        Send(request, Monday.AddDays(7));
        Assert.Equal("It was urgent: commissioned on 13 November 2026 and asked for on 23 November 2026, in time.",
            request.UrgentWords(Today.AddDays(30)));
        Assert.False(request.IsAskedLate(Today.AddDays(30)));
        Assert.Null(CommissioningRequest.Start(Lead, null, 1, "Not urgent", Monday).UrgentWords(Today));
    }

    [Fact]
    public void Asked_for_later_it_is_late_and_sending_it_again_changes_nothing()
    {
        var request = Urgent(Today.AddDays(-3));
        Send(request, Monday.AddDays(8));
        Assert.True(request.IsAskedLate(Today.AddDays(8)));
        Assert.EndsWith("after the last day for it, 23 November 2026.", request.UrgentWords(Today), StringComparison.Ordinal);
        var sent = Urgent(Today.AddDays(-3));
        Send(sent, Monday);
        sent.TakeBack(Lead, Monday.AddDays(1));
        sent.Submit(Lead, new([], [1, 2, 3, 4], true, Today.AddDays(20)), Terms, 0, Monday.AddDays(20));
        Assert.False(sent.IsAskedLate(Today.AddDays(20)));
    }

    [Fact]
    public void Its_days_may_be_over_but_not_before_it_was_commissioned()
    {
        var request = Urgent(Today.AddDays(-3));
        Assert.Equal("The first day must be on or after 13 November 2026, when it was commissioned",
            Assert.Throws<Refused>(() => What(request, Today.AddDays(-4))).Message);
        What(request, Today.AddDays(-3));
        Assert.DoesNotContain(request.Missing(new([], [1, 2, 3, 4], true, Today.AddDays(40))), m => m.Part == RequestPart.What);
    }

    [Theory]
    [InlineData(1, "x", "CommissionedOn"), InlineData(-366, "x", "CommissionedOn"), InlineData(-1, " ", "Urgency")]
    public void A_day_that_cannot_be_and_no_reason_are_refused(int days, string because, string field) =>
        Assert.Equal(field, Assert.Throws<Refused>(() => Urgent(Today.AddDays(days), because)).Field);

    [Fact]
    public void It_is_not_said_once_somebody_has_written_in_it()
    {
        var request = CommissioningRequest.Start(Lead, null, 1, "Ask and act", Monday);
        request.Share(Lead, Monday);
        Assert.Throws<Refused>(() => request.CommissionedFirst(Today, "x", Terms, Monday));
    }

    private static CommissioningRequest Urgent(DateOnly on, string because = "A ward has opened")
    {
        var request = CommissioningRequest.Start(Lead, null, 1, "Ask and act", Monday);
        request.CommissionedFirst(on, because, Terms, Monday);
        return request;
    }

    private static void Send(CommissioningRequest request, DateTime at)
    {
        request.SayNeed("Ask and act", "A ward has opened", 2);
        What(request, Today.AddDays(2));
        request.SayProvider(null, "Larch Training", 3);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(300), 0, CostFunding.OwnBudget, 2026));
        request.Submit(Lead, new([], [1, 2, 3, 4], true, UkClock.DayOf(at)), Terms, 0, at);
    }

    private static void What(CommissioningRequest request, DateOnly from) =>
        request.SayWhat(new(null, CourseMode.Room, ["DV"], ["L2.1"], null, 10, from, Today.AddDays(30)), Today);
}
