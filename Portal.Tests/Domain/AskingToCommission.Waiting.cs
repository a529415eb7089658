namespace Portal.Tests.Domain;

// How long a request waits.
public partial class AskingToCommission
{
    [Theory, InlineData(0), InlineData(12), InlineData(14), InlineData(20)]
    public void It_is_due_on_the_same_working_day_whenever_it_is_looked_at(int daysLater)
    {
        // Sent on Monday 16 November, to be decided in ten working days; looked at also on a Saturday before and a Sunday after.
        var terms = new CommissioningTerms { PartnershipId = Partnership };
        terms.Change(new(Money.Zero, Money.Zero, Money.Zero, 10, 5, 3));
        Assert.Equal(new DateOnly(2026, 11, 30), Sent().DecideBy(terms, Today.AddDays(daysLater)));
    }

    [Fact]
    public void Its_days_are_counted_only_while_others_hold_it()
    {
        var request = Sent();
        Assert.Equal(4, request.WorkingDaysWaited(Today.AddDays(4)));
        request.RequestChanges(Commissioner, "Say who it is for", Monday.AddDays(4));
        Assert.Equal(4, request.WorkingDaysWaited(Today.AddDays(30)));
        request.Submit(Lead, Holding, Terms, 0, Monday.AddDays(11));
        Assert.Equal(6, request.WorkingDaysWaited(Today.AddDays(15)));
    }
}
