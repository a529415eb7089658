namespace Portal.Tests.Domain;

/// <summary>A limit holds at every door by which a day or a sum can come in.</summary>
public sealed class SettingLimits
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, InlineData(2), InlineData(25)]
    public void A_meeting_cannot_be_moved_further_than_one_can_be_added(int years)
    {
        var meeting = Meeting(Today.AddDays(7));
        var day = Today.AddYears(years).AddDays(1);
        var no = Assert.Throws<Refused>(() => meeting.Move(day, new(10, 0), null, Today));
        Assert.Equal(("Date of the meeting must be within the next two years", "Day"), (no.Message, no.Field));
        Assert.Throws<Refused>(() => Portal.Domain.Meeting.RefuseUnlessAhead(day, Today));
        meeting.Move(Today.AddYears(2), new(10, 0), null, Today);
        Assert.Equal(Today.AddYears(2), meeting.Day);
    }

    [Fact]
    public void A_meeting_that_was_planned_before_the_limit_may_change_its_place()
    {
        var meeting = Meeting(Today.AddYears(3));
        meeting.Move(meeting.Day, new(11, 0), "Town Hall", Today);
        Assert.Equal("Town Hall", meeting.Place);
    }

    [Theory, InlineData(0), InlineData(10_000_001)]
    public void Money_comes_into_the_ledger_by_one_rule(int pounds)
    {
        var (partnership, sum) = (Id<Partnership>.New(), Money.OfPounds(pounds));
        var asked = ContributionRequest.Of(partnership, "Adults board", Money.OfPounds(500), Today, Today);
        string Said(Action act) => Assert.Throws<Refused>(act).Message;
        string[] said =
        [
            Said(() => FundingSource.Of(partnership, "Grant", FundingKind.Grant, sum, Today, null)),
            Said(() => ContributionRequest.Of(partnership, "Adults board", sum, Today, Today)),
            Said(() => asked.Agree(sum, Today, null, null, Today)),
        ];
        Assert.Single(said.Distinct());
        Assert.Equal(ContributionAnswer.Waiting, asked.Answer);
    }

    [Fact]
    public void A_certificate_ends_after_the_day_it_was_achieved()
    {
        Assert.NotNull(TrainingRecord.WhyNotEnd(Today, Today));
        Assert.Null(TrainingRecord.WhyNotEnd(Today.AddDays(1), Today));
        Assert.NotNull(TrainingRecord.WhyNotAchieved(Today.AddDays(1), Today));
        Assert.NotNull(TrainingRecord.WhyNotAchieved(TrainingRecord.Earliest.AddDays(-1), Today));
        Assert.Null(TrainingRecord.WhyNotAchieved(Today, Today));
    }

    private static Meeting Meeting(DateOnly day) => new()
    {
        PartnershipId = Id<Partnership>.New(), BodyId = Id<Body>.New(), Day = day, Starts = new(10, 0),
    };
}
