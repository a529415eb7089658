namespace Portal.Tests.Domain;

/// <summary>What an edition says of returns and money: figures first, and no blame.</summary>
public class SayingWhatReturnsCost
{
    private static readonly DateOnly Due = new(2026, 10, 30);

    /// <summary>The code of the standard that asks for returns.</summary>
    private static readonly HashSet<string> Returns = ["S03"];

    [Fact]
    public void An_agency_that_has_not_returned_is_asked_for_it_by_a_date_and_the_board_considers_the_funding() => Assert.Equal(
        [
            "Brook Lane Clinic has not provided its skill-gap assessment, due 30 October 2026. The Chair asks the agency’s executive "
                + "lead for a return by 23 December 2026.",
            "The Partnership is asked to consider how the training that is needed is paid for, under its resolution 8: £1,900 is asked "
                + "of the Partnership and £250.50 has no source yet.",
        ],
        ReturnSentences.Recommendations(
            new(3, 1, 1, 1, [new(Guid.Empty, "Brook Lane Clinic", Due)]), Costs(1_900, 250.50m), new(2026, 12, 9)).Select(r => r.Text));

    [Fact]
    public void Nothing_is_asked_where_everyone_returned_and_pays() =>
        Assert.Empty(ReturnSentences.Recommendations(new(3, 3, 3, 0, []), Costs(0, 0), new(2026, 12, 9)));

    [Fact]
    public void Nothing_is_asked_in_an_edition_without_returns() =>
        Assert.Empty(ReturnSentences.Recommendations(null, null, new(2026, 12, 9)));

    [Fact]
    public void The_financial_implications_name_what_is_free_short_and_unknown() => Assert.Equal(
        [
            "The cost to close identified gaps is £12,900, of which £11,000 is funded by agencies themselves or from elsewhere.",
            "Of the rest, £1,900 is asked of the Partnership.",
            "The Partnership has £1,000 free of £10,000.",
            "£900 would still have to be found.",
            "There is no identified source beyond 31 March 2027.",
            "The cost at 2 agencies without a signed return is unknown.",
        ],
        ReturnSentences.Financial(Costs(1_900, 0) with
        {
            Ledger = [new("Opening budget", Money.OfPounds(10_000), Money.OfPounds(9_000), new(2027, 3, 31))],
            Shortfall = Money.OfPounds(900)
        }, Due));

    [Fact]
    public void Money_that_does_not_end_has_no_last_day() => Assert.DoesNotContain(
        ReturnSentences.Financial(Costs(0, 0) with
        {
            Ledger = [new("Opening budget", Money.OfPounds(10_000), Money.Zero, null), new("Grant", Money.OfPounds(1), Money.Zero, Due)]
        }, Due), s => s.Contains("beyond"));

    [Theory]
    [InlineData(Timeliness.NotReturned, "It has not provided its skill-gap assessment, due 30 October 2026.")]
    [InlineData(Timeliness.NotDue, "Its skill-gap assessment is due on 30 October 2026.")]
    [InlineData(
        Timeliness.OnTime,
        "Its skill-gap assessment for A was returned on 29 October 2026, on time; the executive lead has not signed it yet.")]
    [InlineData(
        Timeliness.Late,
        "Its skill-gap assessment for A, due 30 October 2026, was returned on 29 October 2026; the executive lead has not signed it yet.")]
    public void Where_a_return_stands_is_one_sentence(Timeliness timeliness, string sentence) =>
        Assert.Equal(sentence, ReturnSentences.Standing(new("A", Due, Due.AddDays(-1), null, null, timeliness)));

    [Fact]
    public void Several_returns_that_are_missing_are_asked_for_in_one_sentence() => Assert.Equal(
        "2 agencies have not provided their skill-gap assessment: Brook Lane Clinic (due 30 October 2026) and Homes (due "
            + "31 October 2026). The Chair asks the agencies’ executive leads for a return by 23 December 2026.",
        Assert.Single(ReturnSentences.Recommendations(
            new(3, 1, 1, 0, [new(Guid.Empty, "Brook Lane Clinic", Due), new(Guid.Empty, "Homes", Due.AddDays(1))]), null,
            new(2026, 12, 9))).Text);

    [Fact]
    public void Figures_of_another_return_than_the_one_that_was_due_say_whose_they_are()
    {
        AgencyCost cost = new(Guid.Empty, "Police", 62, 10, Money.OfPounds(2_321), Money.Zero, Money.Zero, "Autumn 2025", Due.AddYears(-1));
        ReturnEntry sentBack = new("Autumn 2026", Due, Due.AddDays(-1), null, null, Timeliness.OnTime);
        Assert.Equal("The newest that its executive lead has signed, Autumn 2025 on 30 October 2025, reports that 10 of 62 staff do not "
            + "hold the level their job needs. Closing the gap costs £2,321.", ReturnSentences.Cost(cost, sentBack));
        Assert.StartsWith("It reports that 10 of 62", ReturnSentences.Cost(cost, sentBack with { SignedOn = Due.AddYears(-1) }));
        Assert.StartsWith("It reports that 10 of 62", ReturnSentences.Cost(cost with { Cycle = null, SignedOn = null }, sentBack));
    }

    [Fact]
    public void A_board_is_not_asked_twice_about_the_same_return()
    {
        var flag = new FlagEntry(
            Guid.Empty, "FLG-0001", "S03", null, "Gap assessment", "", Outcome.NotMet, 0, 1, null, Severity.Critical, Due, 30, 1, 3,
            FlagChange.Same, "");
        var agency = new AgencyEntry(
            Guid.Empty, "Brook Lane Clinic", "Health", "By agreement", 1, true, true, null, [flag],
            new("Cycle", Due, null, null, null, Timeliness.NotReturned));
        Assert.Empty(EditionSentences.Asks([agency], Returns));
        Assert.Single(EditionSentences.Asks([agency with { Return = null }], Returns));
    }

    [Fact]
    public void A_board_is_not_asked_about_a_flag_that_is_waived()
    {
        var flag = new FlagEntry(
            Guid.Empty, "FLG-0001", "S06", "2", "Staff trained", "", Outcome.NotMet, 0, 9, 90, Severity.Critical, Due, 30, 1, 3,
            FlagChange.Same, "");
        var agency = new AgencyEntry(Guid.Empty, "Brook Lane Clinic", "Health", "By agreement", 1, true, true, null, [flag]);
        Assert.Single(EditionSentences.Asks([agency], Returns));
        var waived = flag with { Reference = "FLG-0002", ShortName = "Leads in post", WaivedUntil = Due };
        Assert.Empty(EditionSentences.Asks([agency with { Flags = [waived] }], Returns));
        Assert.Equal("“Staff trained” at level 2",
            Assert.Single(EditionSentences.Asks([agency with { Flags = [flag, waived] }], Returns)).Standards);
    }

    private static EditionCosts Costs(decimal asked, decimal noSource) => new(
        1, 3, [], [], Money.OfPounds(11_000 + asked + noSource), Money.OfPounds(11_000), Money.OfPounds(asked), Money.OfPounds(noSource),
        [], Money.Zero);
}
