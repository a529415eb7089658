namespace Portal.Tests.Domain;

public class ComparingCourses
{
    private static readonly CourseOverlap.Side Day = new(null, false, [1, 2], ["L1.1", "L1.2", "L2.1", "L2.2"], ["DV", "ST"]);

    [Fact]
    public void Says_what_both_cover_and_by_how_much()
    {
        var overlap = CourseOverlap.Between(Day, new(null, false, [2], ["L2.2", "L2.1", "L2.3"], ["DV", "SA"]))!;
        Assert.Equal([2], overlap.Levels);
        Assert.Equal(["L2.1", "L2.2"], overlap.Statements);
        Assert.Equal(["DV"], overlap.Strands);
        // Two of three statements, and one of two strands: 58.3%.
        Assert.Equal(58, overlap.Percent);
    }

    [Fact]
    public void A_course_within_a_longer_one_overlaps_wholly() =>
        Assert.Equal(100, CourseOverlap.Between(Day, new(null, false, [1], ["L1.1"], ["ST"]))!.Percent);

    [Fact]
    public void Strands_that_nobody_named_are_not_shared() =>
        Assert.Equal(50, CourseOverlap.Between(Day, Day with { Strands = [] })!.Percent);

    public static TheoryData<CourseOverlap.Side> Different =>
    [
        Day with { IsRefresher = true }, Day with { Levels = [3] }, Day with { Statements = ["L3.1"] }, Day with { Statements = [] },
    ];

    [Theory, MemberData(nameof(Different))]
    public void Courses_are_not_compared_that_differ_in_what_or_whom_they_teach(CourseOverlap.Side other) =>
        Assert.Null(CourseOverlap.Between(Day, other));

    [Fact]
    public void In_house_courses_are_compared_with_the_partnerships_and_not_with_another_agencys()
    {
        var (one, other) = (Day with { AgencyId = Id<Agency>.New() }, Day with { AgencyId = Id<Agency>.New() });
        Assert.NotNull(CourseOverlap.Between(Day, one));
        Assert.NotNull(CourseOverlap.Between(one, one));
        Assert.Null(CourseOverlap.Between(one, other));
    }

    [Fact]
    public void It_is_the_same_from_either_side()
    {
        CourseOverlap.Side other = new(null, false, [2], ["L2.1"], ["SA"]);
        Assert.Equivalent(CourseOverlap.Between(Day, other), CourseOverlap.Between(other, Day), strict: true);
    }
}
