using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public class AccreditingACourse
{
    private static readonly DateOnly Day = Given.Today;
    private readonly Provider provider = Given.Provider(Id<Partnership>.New());

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void By_a_mark_of_the_provider_is_so_from_its_first_day_to_its_last(int inDays, bool accredited)
    {
        provider.Add(Given.Mark(provider, Day, Day.AddDays(30)));
        Assert.Equal(accredited, Given.Course(provider).IsAccreditedOn(Day.AddDays(inDays), provider));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void By_a_body_of_its_own_is_so_until_the_last_day(int inDays, bool accredited) => Assert.Equal(
        accredited, Given.Course(provider, accreditedUntil: Day.AddDays(10)).IsAccreditedOn(Day.AddDays(inDays), provider));

    [Fact]
    public void Nothing_else_does_it() => Assert.False(Given.Course(provider).IsAccreditedOn(Day, provider));

    [Fact]
    public void A_mark_that_does_not_end_counts_always_and_one_that_is_taken_away_never_did()
    {
        var mark = Given.Mark(provider, Day);
        provider.Add(mark);
        Assert.True(provider.HasMarkOn(Day.AddYears(20)));
        provider.Remove(mark.Id);
        Assert.False(provider.HasMarkOn(Day));
        Assert.Equal("This mark is no longer there", Assert.Throws<Refused>(() => provider.Remove(mark.Id)).Message);
    }

    [Fact]
    public void A_mark_is_refused_that_ends_before_it_begins_or_that_nobody_could_name()
    {
        var backwards = Assert.Throws<Refused>(() => provider.Add(Given.Mark(provider, Day, Day.AddDays(-1))));
        Assert.Equal(("The last day must be on or after the first", "EndsOn"), (backwards.Message, backwards.Field));
        var nameless = Assert.Throws<Refused>(() => provider.Add(Given.Mark(provider, kind: QualityMarkKind.Other)));
        Assert.Equal(("Enter what the mark is called", "Name"), (nameless.Message, nameless.Field));
        Assert.Empty(provider.Marks);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(731, true)] // 2028 has a day more.
    [InlineData(732, false)]
    public void A_review_counts_for_two_years(int daysAfter, bool counts) =>
        Assert.Equal(counts, Given.Review(InHouse(), Day).CountsOn(Day.AddDays(daysAfter)));

    [Fact]
    public void A_review_is_refused_that_lies_ahead_or_long_back_or_that_does_not_say_what_must_change()
    {
        var course = InHouse();
        string FieldOf(CourseReview review) => Assert.Throws<Refused>(() => review.RefuseUnlessSound(Day)).Field!;
        Assert.Equal("ReviewedOn", FieldOf(Given.Review(course, Day.AddDays(1))));
        Assert.Equal("ReviewedOn", FieldOf(Given.Review(course, Day.AddMonths(-25))));
        Assert.Equal("Note", FieldOf(new()
        {
            PartnershipId = course.PartnershipId, CourseId = course.Id, AgencyId = course.AgencyId!.Value, ReviewedOn = Day,
            Trainer = "Adviser", ContentMap = "Morning", Passed = false, Note = " ", ReviewedBy = null,
        }));
        Given.Review(course, Day, passed: false).RefuseUnlessSound(Day);
    }

    private Course InHouse() => Given.Course(provider, agency: Given.Agency(Given.Phase(Given.Partnership())));
}
