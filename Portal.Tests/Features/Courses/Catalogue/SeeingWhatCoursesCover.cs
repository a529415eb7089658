using Portal.Features.Courses.Catalogue;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Catalogue;

public sealed class SeeingWhatCoursesCover : InACatalogue
{
    private CourseRun past = null!, old = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var bare = Given.Provider(Borough.Partnership.Id, "Bare");
        var (one, two) = (Given.Course(Larch, "C01", statements: ["L1.1", "L1.2"]), Given.Course(bare, "C02", statements: ["L1.1"]));
        (past, old) = (Date(one, 10), Date(two, 1));
        await HasAsync(bare, one, two, Given.Course(Larch, "C03", agency: Borough.Clinic, statements: ["L1.1"]), past, old);
    }

    [Fact]
    public async Task Holes_come_first_and_a_course_that_is_not_accredited_shows_it()
    {
        var picture = await PictureAsync(Borough.Lead);
        Assert.Equal(["L2.1", "Sexual abuse"], picture.Holes.Select(h => h.Code));
        Assert.Equal(["C01", "C02"], picture.Courses.Select(c => c.Code));
        Assert.Equal([true, false], picture.Courses.Select(c => c.IsAccredited));
        var first = picture.Groups[0];
        Assert.Equal(("Level 1: Recognise and respond", "L1.1: C01 C02; L1.2: C01"), (first.Title,
            string.Join("; ", first.Rows.Select(r => $"{r.Code}: {string.Join(' ', r.Courses.Select(c => c.Code))}"))));
        Assert.Equal("Sexual abuse", picture.Groups[^1].Rows[0].Code);
    }

    [Fact]
    public async Task Pairs_that_overlap_say_by_how_much_and_what_they_cost_together_in_a_year()
    {
        await BookedAsync(past, Borough.Homes, people: 2);
        await BookedAsync(old, Borough.Clinic, people: 3);
        // What is still to come has cost nothing yet, and what is long over no longer counts.
        Assert.Equal((0, Money.Zero), await TogetherAsync());
        Database.Time.Now = UkClock.At(Today.AddDays(11), new(9, 0));
        Assert.Equal((5, Money.OfPounds(250)), await TogetherAsync());
        Database.Time.Now = UkClock.At(Today.AddYears(1).AddDays(5), new(9, 0));
        Assert.Equal((2, Money.OfPounds(100)), await TogetherAsync());

        async Task<(int, Money)> TogetherAsync()
        {
            var pair = Assert.Single((await PictureAsync(Borough.Lead)).Pairs);
            Assert.Equal(("C01", "C02", 100), (pair.One.Code, pair.Other.Code, pair.Overlap.Percent));
            return (pair.Places, pair.Cost);
        }
    }

    [Fact]
    public async Task A_course_that_is_withdrawn_covers_nothing_any_more()
    {
        await In(async db =>
        {
            foreach (var course in db.Courses.Where(c => c.Code != "C03")) course.Withdraw(Today);
            await db.SaveAsync(Borough.Commissioner, "Withdrew", default);
            return true;
        });
        Assert.Empty((await PictureAsync(Borough.Lead)).Courses);
        var theirs = await PictureAsync(Borough.OtherLead);
        Assert.Equal("C03", Assert.Single(theirs.Courses).Code);
        Assert.Empty(theirs.Pairs);
    }

    private Task<CoverageView.Picture> PictureAsync(Viewer viewer) =>
        In(db => new CoverageView(db, Database.Clock).RunAsync(viewer, default));
}
