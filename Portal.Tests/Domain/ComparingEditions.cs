namespace Portal.Tests.Domain;

public class ComparingEditions
{
    [Theory]
    [InlineData(Outcome.NotMet, 50, 100, FlagChange.Same)]
    [InlineData(Outcome.NotMet, 49, 100, FlagChange.Worse)]
    [InlineData(Outcome.NotMet, 26, 50, FlagChange.Better)]
    [InlineData(Outcome.PartlyMet, 80, 100, FlagChange.Better)]
    public void A_flag_is_judged_by_its_result_and_then_by_its_share(
        Outcome outcome, int numerator, int denominator, FlagChange expected) =>
        Assert.Equal(expected, EditionSentences.Change(Flag(Outcome.NotMet, 50, 100), outcome, numerator, denominator));

    [Fact]
    public void A_flag_that_was_not_in_the_last_edition_is_new() =>
        Assert.Equal(FlagChange.New, EditionSentences.Change(null, Outcome.NotMet, 1, 2));

    [Fact]
    public void A_flag_that_slid_from_partly_to_not_met_is_worse_whatever_its_share() =>
        Assert.Equal(FlagChange.Worse, EditionSentences.Change(Flag(Outcome.PartlyMet, 80, 100), Outcome.NotMet, 90, 100));

    [Fact]
    public void Agencies_come_by_severity_then_age_then_name()
    {
        var order = EditionSentences.InOrder(
        [
            Agency("B young and high", Flag(Outcome.NotMet, 1, 9, Severity.High, new(2026, 9, 1))),
            Agency("A young and high", Flag(Outcome.NotMet, 1, 9, Severity.High, new(2026, 9, 1))),
            Agency("Old and high", Flag(Outcome.NotMet, 1, 9, Severity.High, new(2025, 9, 1))),
            Agency("Critical", Flag(Outcome.NotMet, 1, 9, Severity.Critical, new(2026, 10, 1))),
        ]);
        Assert.Equal(["Critical", "Old and high", "A young and high", "B young and high"], order.Select(a => a.Name));
    }

    [Fact]
    public void The_board_is_asked_to_act_after_three_reports_or_two_critical_ones()
    {
        var agencies = new[]
        {
            Agency("Twice critical", Flag(Outcome.NotMet, 1, 9, Severity.Critical, times: 2)),
            Agency("Once critical", Flag(Outcome.NotMet, 1, 9, Severity.Critical)),
            Agency("Three times", Flag(Outcome.PartlyMet, 8, 9, times: 3)),
        };
        var asks = EditionSentences.Asks(agencies, new HashSet<string>());
        Assert.Equal(["Twice critical", "Three times"], asks.Select(a => a.Agency));
        var sentences = EditionSentences.Recommendations(new(9, 4, 1, 2, 1, 1, 3, 0, 0, null, WithUnknown: 2), asks)
            .Select(r => r.Text).ToList();
        Assert.StartsWith("The Partnership is asked to note that 3 of 8 agencies have not followed", sentences[0]);
        Assert.Contains(sentences, s => s.StartsWith("The Chair asks the executive leads of 2 agencies", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Contains("2 agencies provide what is missing"));
    }

    [Fact]
    public void Levels_of_one_standard_are_named_together()
    {
        FlagEntry Reported(string code, string name, string? level) =>
            Flag(Outcome.NotMet, 1, 9, times: 3) with { Code = code, ShortName = name, Level = level };
        var agency = Agency(
            "Homes", Reported("S06", "Staff at level", "3"), Reported("S06", "Staff at level", "1"),
            Reported("S02", "Training strategy", null));
        var ask = Assert.Single(EditionSentences.Asks([agency with { ExecutiveLeadInPost = false }], new HashSet<string>()));
        Assert.Equal(("“Staff at level” at levels 1 and 3 and “Training strategy”", false), (ask.Standards, ask.LeadInPost));
    }

    [Fact]
    public void An_agencys_people_read_their_own_entry_and_the_figures_for_all()
    {
        var (mine, other) = (Agency("Mine"), Agency("Other"));
        var content = new EditionContent("", "", "", default, default, null, null, "", new(2, 0, 0, 2, 0, 0, 0, 0, 0, null),
            ["Note.", "Other: act."], [], [mine, other],
            [new(other.AgencyId, "Other", "FLG-0001", "", null, default, "")], [],
            ["General.", "Other has never confirmed its staff list."],
            Asks: [new(mine.AgencyId, "Mine", "“Strategy”", true), new(other.AgencyId, "Other", "“Strategy”", true)],
            LevelsWithout: ["Other (unknown)"]);
        var lead = new Viewer(null, "Lead", Id<Partnership>.New(), Role.TrainingLead, AgencyId: new Id<Agency>(mine.AgencyId));
        var read = content.For(lead);
        Assert.Equal(["Mine"], read.Agencies.Select(a => a.Name));
        Assert.Empty(read.Cleared);
        Assert.Equal(["Mine"], read.Asks!.Select(a => a.Agency));
        Assert.Null(read.LevelsWithout);
        Assert.DoesNotContain(read.Recommendations.Concat(read.Caveats), s => s.Contains("Other"));
        Assert.Equal(2, read.Headline.InScope);
        Assert.Same(content, content.For(lead with { Role = Role.BoardMember, AgencyId = null }));
    }

    private static AgencyEntry Agency(string name, params FlagEntry[] flags) =>
        new(Guid.CreateVersion7(), name, "Housing", "By agreement", 1, true, true, null, flags);

    private static FlagEntry Flag(
        Outcome outcome, int numerator, int denominator, Severity severity = Severity.High, DateOnly? since = null, int times = 1) => new(
        Guid.CreateVersion7(), "FLG-0001", "S06", "2", "Staff at level", "", outcome, numerator, denominator, 90, severity,
        since ?? new(2026, 9, 1), 30, 1, times, FlagChange.Same, "");
}
