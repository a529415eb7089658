using Bunit;
using Portal.Components;
using Portal.Domain;

namespace Portal.Tests.Components;

/// <summary>A status is a word, a shape and a colour.</summary>
public class ShowingWhereThingsStand : BunitContext
{
    [Theory]
    [InlineData(Outcome.Met, "Met")]
    [InlineData(Outcome.PartlyMet, "Partly met")]
    [InlineData(Outcome.NotMet, "Not met")]
    [InlineData(Outcome.Unknown, "Unknown")]
    [InlineData(Outcome.NotYetDue, "Not yet due")]
    [InlineData(Outcome.NotApplicable, "Not applicable")]
    public void Every_outcome_has_its_word_and_a_shape_of_its_own(Outcome outcome, string word)
    {
        var tag = Render<OutcomeTag>(p => p.Add(t => t.Outcome, outcome));
        Assert.Contains(word, tag.Find(".app-status").TextContent);
        Assert.NotNull(tag.Find("[aria-hidden=true]"));
    }

    [Fact]
    public void No_two_outcomes_share_a_shape() =>
        Assert.Equal(
            6, Enum.GetValues<Outcome>()
                .Select(o => Render<OutcomeMark>(p => p.Add(t => t.Outcome, o)).Find("[aria-hidden=true]").OuterHtml).Distinct().Count());

    [Fact]
    public void A_mark_alone_is_read_as_its_word() =>
        Assert.Equal(
            "Partly met",
            Render<OutcomeMark>(p => p.Add(t => t.Outcome, Outcome.PartlyMet)).Find(".govuk-visually-hidden").TextContent.Trim());

    [Fact]
    public void Severity_is_a_word_and_one_to_four_bars() =>
        Assert.Equal(3, Render<SeverityTag>(p => p.Add(t => t.Severity, Severity.High)).FindAll("rect[fill=currentColor]").Count);

    [Fact]
    public void A_level_that_nobody_needs_has_no_bar()
    {
        var bars = Render<LevelBars>(p => p.Add(b => b.Caption, "Staff")
            .Add(b => b.Rows, [new("Level 4", 0, 0, 0), new("Level 1", 81, 62, 9)]));
        Assert.Contains("Nobody needs it", bars.FindAll("tbody tr")[0].TextContent);
        Assert.Empty(bars.FindAll("tbody tr")[0].QuerySelectorAll("svg"));
        Assert.Equal("10", bars.FindAll("tbody tr")[1].LastElementChild!.TextContent);
    }

    [Fact]
    public void A_dot_is_drawn_only_where_there_is_a_percentage()
    {
        var plot = Render<DotPlot>(p => p.Add(d => d.Caption, "S3").Add(d => d.Threshold, 90).Add(d => d.Rows,
            [
                new("Alder House", Outcome.Met, new Share(48, 48)), new("Surgery", Outcome.NotMet, new Share(1, 3)),
                new("Probation", Outcome.Unknown, null, Note: "Staff list is old")
            ]));
        Assert.Equal(
            [1, 0, 0], plot.FindAll("tbody tr").Select(r => r.QuerySelectorAll("circle[cx]").Count(c => c.GetAttribute("cy") == "10")));
        Assert.Contains("1 of 3", plot.FindAll("tbody tr")[1].TextContent);
        Assert.Contains("Staff list is old", plot.FindAll("tbody tr")[2].TextContent);
    }

    [Fact]
    public void A_sparkline_says_its_numbers_and_breaks_where_there_is_none()
    {
        var line = Render<Sparkline>(p => p.Add(s => s.Values, [61, 62, null, 70, 77]));
        Assert.Equal("Last quarters: 61%, 62%, no figure, 70%, 77%", line.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(2, line.FindAll("polyline").Count);
        Assert.Empty(Render<Sparkline>(p => p.Add(s => s.Values, [null, null])).Markup.Trim());
    }

    [Fact]
    public void A_timetable_puts_today_between_the_last_step_passed_and_the_next()
    {
        var line = Render<TimetableLine>(p => p.Add(t => t.Today, new(2026, 11, 21)).Add(t => t.Steps,
            [new("Cut-off", new(2026, 11, 11), true), new("Replies", new(2026, 11, 20)), new("Issue", new(2026, 12, 9))]));
        Assert.Equal(
            ["Cut-off", "Replies", "Today", "Issue"],
            line.FindAll("li").Select(l => l.TextContent.Trim().Split(' ', ',', '\n', '1', '2', '9')[0]));
        Assert.Contains("1 day late", line.FindAll("li")[1].TextContent);
    }

    [Fact]
    public void A_record_past_its_last_day_is_said_to_have_lapsed()
    {
        var line = Render<RecordTimeline>(p => p.Add(t => t.Today, new(2026, 11, 21))
            .Add(t => t.Rows, [new("Level 1", new(2021, 6, 2), new(2024, 6, 1)), new("Level 2", new(2025, 9, 30), null)]));
        Assert.Contains("lapsed 2 years ago", line.FindAll("li")[0].TextContent);
        Assert.Contains("it does not lapse", line.FindAll("li")[1].TextContent);
    }
}
