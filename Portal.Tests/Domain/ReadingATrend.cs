namespace Portal.Tests.Domain;

public sealed class ReadingATrend
{
    [Theory]
    [InlineData(Outcome.Met, 47, 50, 94), InlineData(Outcome.PartlyMet, 5, 6, 83), InlineData(Outcome.NotMet, 0, 9, 0)]
    public void Is_a_share_that_is_never_rounded_up(Outcome outcome, int of, int all, int percent) =>
        Assert.Equal(percent, Result(outcome, of, all).Percent);

    [Fact]
    public void Is_not_a_share_of_fewer_than_five() => Assert.Null(Result(Outcome.Met, 4, 4).Percent);

    [Theory, InlineData(Outcome.Unknown), InlineData(Outcome.NotYetDue), InlineData(Outcome.NotApplicable)]
    public void Has_no_figure_where_nothing_was_judged(Outcome outcome) => Assert.Null(Result(outcome, 40, 50).Percent);

    private static StandardResult Result(Outcome outcome, int of, int all) => new()
    {
        PartnershipId = Id<Partnership>.New(), AgencyId = Id<Agency>.New(), StandardId = Id<Standard>.New(), StandardCode = "S06",
        Level = 1, From = new(2026, 1, 1), Outcome = outcome, Numerator = of, Denominator = all,
    };
}
