namespace Portal.Tests.Domain;

public sealed class CoveringStatements
{
    private static readonly DateOnly Day = new(2026, 11, 16);
    private static readonly Id<Course> Ask = Id<Course>.New(), Signs = Id<Course>.New(), All = Id<Course>.New();
    private readonly Framework framework = Version(1, new(2020, 1, 1));

    [Fact]
    public void A_record_with_no_course_behind_it_covers_its_own_level_as_long_as_the_level_lasts()
    {
        var record = Record(1, new(2025, 3, 1));
        Assert.Equal((CoverState.Covered, new(2028, 3, 1)), Found("L1.1", record));
        Assert.Equal((CoverState.Covered, new(2028, 3, 1)), Found("L1.2", record));
        Assert.Equal((CoverState.Open, null), Found("L2.1", record));
        Assert.Equal((CoverState.Lapsed, new(2026, 11, 15)), Found("L1.1", Record(1, new(2023, 11, 15))));
        Assert.Equal((CoverState.Covered, Day), Found("L1.1", Record(1, new(2023, 11, 16))));
        Assert.Equal((CoverState.Lapsed, new(2026, 1, 1)), Found("L1.1", Record(1, new(2025, 3, 1), ends: new(2026, 1, 1))));
        Assert.Equal((CoverState.Open, null), Found("L1.1", Record(1, Day.AddDays(1))));
    }

    [Fact]
    public void A_course_covers_what_it_says_of_whatever_level_each_as_long_as_its_own_level_lasts()
    {
        var attended = Attended(Ask, new(2025, 3, 1));
        Assert.Equal((CoverState.Covered, new(2028, 3, 1)), Found("L1.2", attended));
        Assert.Equal((CoverState.Covered, new(2027, 3, 1)), Found("L2.1", attended));
        Assert.Equal((CoverState.Open, null), Found("L2.2", attended));
    }

    [Fact]
    public void What_was_taught_before_the_course_covered_it_is_stale()
    {
        var answer = Cover().Of(Statement("L2.2"), [Attended(Signs, new(2026, 2, 28))]);
        Assert.Equal((CoverState.Stale, new DateOnly(2026, 3, 1)), (answer.State, answer.ChangedOn!.Value));
        Assert.Equal(CoverState.Covered, Found("L2.2", Attended(Signs, new(2026, 3, 1))).State);
    }

    [Fact]
    public void What_was_taught_before_the_statement_was_reworded_or_added_is_stale_by_record_and_course_alike()
    {
        Framework[] earlier = [Version(1, new(2020, 1, 1), ("L1.2", "Says where help was")), Version(2, new(2024, 1, 1), ("L2.2", null))];
        var now = Version(3, new(2026, 1, 1));
        var reworded = CompetencyCover.Reworded(now, earlier);
        Assert.Equal([("L1.2", new(2024, 1, 1)), ("L2.2", new DateOnly(2026, 1, 1))],
            reworded.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value)));
        Assert.Empty(CompetencyCover.Reworded(now, []));
        var cover = new CompetencyCover(now, [new(Ask, "L1.2")], reworded, Day);
        CoverState Of(string code, CompetencyCover.Evidence evidence) =>
            cover.Of(now.Competencies.Single(s => s.Code == code), [evidence]).State;
        Assert.Equal((CoverState.Stale, CoverState.Covered, CoverState.Covered), (Of("L1.2", Record(1, new(2023, 12, 31))),
            Of("L1.2", Record(1, new(2024, 1, 1))), Of("L1.1", Record(1, new(2023, 12, 31)))));
        Assert.Equal(CoverState.Stale, Of("L1.2", Attended(Ask, new(2023, 12, 31))));
        Assert.Equal(CoverState.Stale, Of("L2.2", Record(2, new(2025, 6, 1))));
    }

    [Fact]
    public void What_is_fresh_goes_before_what_is_stale_or_lapsed_and_then_what_lasts_longest()
    {
        Assert.Equal(new(2025, 3, 1),
            Cover().Of(Statement("L2.2"), [Record(2, new(2025, 3, 1)), Attended(Signs, new(2026, 2, 1))]).By!.Value.On);
        Assert.Equal(new(2026, 2, 1), Cover().Of(Statement("L1.1"),
            [Record(1, new(2025, 3, 1)), Record(1, new(2026, 2, 1)), Record(1, new(2019, 2, 1))]).By!.Value.On);
        Assert.Null(Cover().Of(Statement("L1.1"), []).By);
    }

    [Fact]
    public void A_job_is_made_of_its_level_and_of_those_it_builds_on()
    {
        Assert.Equal(["L1.1", "L1.2", "L2.1", "L2.2"], Cover().For(2).Select(s => s.Code));
        Assert.Equal(["L1.1", "L1.2"], Cover().For(1).Select(s => s.Code));
        Assert.Equal(["L3.1"], Cover().For(3).Select(s => s.Code));
        Assert.Empty(Cover().For(null));
        Assert.Empty(Cover().For(9));
    }

    [Fact]
    public void The_short_list_begins_with_the_course_that_most_people_lack_and_never_says_a_statement_twice()
    {
        CompetencyCover.Taught[] taught =
            [new(Ask, "L1.2"), new(Ask, "L2.1"), new(All, "L2.1"), new(All, "L2.2"), new(Signs, "L1.2")];
        var cover = new CompetencyCover(framework, taught, new Dictionary<string, DateOnly>(), Day);
        string Of(int most, params (string Code, int People)[] missing) => string.Join("; ", cover.Shortlist(
            missing.ToDictionary(m => m.Code, m => m.People), [Signs, Ask, All], most)
            .Select(c => $"{NameOf(c.Course)} {string.Join(' ', c.Codes)}"));
        Assert.Equal("Ask L1.2 L2.1; All L2.2", Of(5, ("L1.2", 1), ("L2.1", 1), ("L2.2", 1)));
        Assert.Equal("All L2.1 L2.2; Signs L1.2", Of(5, ("L1.2", 1), ("L2.1", 1), ("L2.2", 9)));
        Assert.Equal("All L2.1 L2.2", Of(1, ("L1.2", 1), ("L2.1", 1), ("L2.2", 9)));
        Assert.Equal("Signs L1.2", Of(5, ("L1.2", 3), ("L2.1", 0), ("L1.1", 5)));
        Assert.Equal("", Of(5));
    }

    [Fact]
    public void Counting_people_counts_each_where_their_job_needs_it_and_a_strand_when_nothing_of_it_is_missing()
    {
        var (cover, tally) = (Cover(), new CoverTally(Cover()));
        tally.Add(1, [Record(1, new(2025, 3, 1))]);
        tally.Add(2, [Record(1, new(2025, 3, 1)), Attended(Ask, new(2026, 2, 1))]);
        tally.Add(2, [Record(1, new(2025, 3, 1)), Record(2, new(2025, 3, 1))]);
        tally.Add(2, [Attended(Signs, new(2026, 2, 1))]);
        tally.Add(null, [Record(1, new(2025, 3, 1))]);
        Assert.Equal((4, 2), (tally.People, tally.Whole));
        Assert.Equal(new(4, 3, 0), tally.Of(Statement("L1.1")));
        Assert.Equal(new(3, 1, 1), tally.Of(Statement("L2.2")));
        Assert.Equal(default, tally.Of(Statement("L3.1")));
        // L1.1 is of every strand, L1.2 of DV, L2.1 of DV, L2.2 of DV and ST.
        Assert.Equal((new(4, 3, 0), new(3, 1, 0), new(3, 1, 1)), (tally.Of("", 1), tally.Of("DV", 2), tally.Of("ST", 2)));
        Assert.Equal(new(4, 2, 0), tally.Of("DV"));
        Assert.Equal(4, cover.Cells.Count(c => c.LevelNumber < 3));
    }

    private CompetencyCover Cover() => new(framework,
        [new(Ask, "L1.2"), new(Ask, "L2.1"), new(Signs, "L2.2", new(2026, 3, 1))], new Dictionary<string, DateOnly>(), Day);

    private (CoverState State, DateOnly? LastDay) Found(string code, CompetencyCover.Evidence evidence) =>
        Cover().Of(Statement(code), [evidence]) is var answer ? (answer.State, answer.LastDay) : default;

    private Competency Statement(string code) => framework.Competencies.Single(s => s.Code == code);

    private static CompetencyCover.Evidence Record(int level, DateOnly on, DateOnly? ends = null) => new("A day", on, level, ends);

    private static CompetencyCover.Evidence Attended(Id<Course> course, DateOnly on) => new("A course", on, CourseId: course);

    private static string NameOf(Id<Course> course) => course == Ask ? "Ask" : course == Signs ? "Signs" : "All";

    /// <summary>Three levels: 36 months, 24 months on top of it, and one that stands alone.</summary>
    /// <param name="other">Statements that say something else in this version; null for one that it does not have.</param>
    private static Framework Version(int number, DateOnly from, params (string Code, string? Words)[] other)
    {
        var framework = new Framework
        {
            PartnershipId = Id<Partnership>.New(), Code = "LADDER", Number = number, Title = "Levels", Source = "For tests",
            IsLadder = true,
        };
        foreach (var (level, months) in new[] { (1, 36), (2, 24), (3, 12) })
            framework.Add(new Level
            {
                FrameworkId = framework.Id, Number = level, Code = $"{level}", Title = $"{level}", Description = "", RefreshMonths = months,
                DueMonths = 3, RequiresLower = level == 2, StandAlone = level == 3,
            });
        foreach (var (code, words, strands) in new[]
        {
            ("L1.1", "Notices the signs", ""), ("L1.2", "Says where help is", "DV"), ("L2.1", "Asks in private", "DV"),
            ("L2.2", "Explains patterns", "DV ST"), ("L3.1", "Assesses risk", "DV"),
        })
            if ((other.Any(o => o.Code == code) ? other.Single(o => o.Code == code).Words : words) is { } said)
                framework.Add(new Competency
                {
                    FrameworkId = framework.Id, LevelNumber = code[1] - '0', Code = code, Statement = said, Strands = strands,
                });
        framework.Publish(from, null);
        return framework;
    }
}
