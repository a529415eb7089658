using Portal.Features.Courses.Register;
using Portal.Features.Standards.Measures;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

public sealed class CountingCourses : AtTheRunDesk
{
    private static readonly DateOnly Before = Given.Today.AddDays(-10);

    [Fact]
    public async Task Counts_in_house_courses_that_passed_a_review_no_older_than_24_months()
    {
        Course[] courses =
        [
            ACourse("C20", Provider, Borough.Homes), ACourse("C21", Provider, Borough.Homes), ACourse("C22", Provider, Borough.Homes)
        ];
        await SaveAsync(courses[0], courses[1], courses[2],
            Review(courses[0], Given.Today.AddMonths(-24)), Review(courses[1], Given.Today.AddMonths(-24).AddDays(-1)),
            Review(courses[2], Given.Today.AddMonths(-5)), Review(courses[2], Given.Today.AddMonths(-1), passed: false));
        var measured = Assert.Single(await CountAsync<InHouseCoursesReviewed>());
        Assert.Equal(
            (Borough.Homes.Id, 1, 3, "Not reviewed, or not passed: C21, C22"),
            (measured.AgencyId, measured.Numerator, measured.Denominator, measured.Note));
        Assert.Equal(3, Assert.Single(await CountAsync<InHouseCoursesReviewed>(Given.Today.AddMonths(-2))).Numerator);
    }

    [Fact]
    public async Task Counts_places_used_of_those_booked_and_not_cancelled_in_time()
    {
        var run = await SaveAsync(Given.Run(Course, Before));
        Now = run.OpensAt;
        var (came, part, absent) = (await Asks(run, "Ann A"), await Asks(run, "Ben B"), await Asks(run, "Cem C"));
        var (excused, late, inTime) = (await Asks(run, "Dee D"), await Asks(run, "Eva E"), await Asks(run, "Flo F"));
        await CancelAsync(inTime, run);
        Now = run.StartsAt.AddHours(-1);
        await CancelAsync(late, run);
        Now = run.EndsAt;
        foreach (var (booking, mark) in new[]
        {
            (came, BookingState.Attended), (part, BookingState.PartAttended), (absent, BookingState.DidNotAttend),
            (excused, BookingState.Excused),
        })
            await MarkAsync(run, booking, mark);
        Now = UkClock.At(Given.Today, new(9, 0));
        var measured = Assert.Single(await CountAsync<PlacesUsed>());
        Assert.Equal((Borough.Homes.Id, 2, 4), (measured.AgencyId, measured.Numerator, measured.Denominator));
        Assert.Empty(await CountAsync<PlacesUsed>(Before.AddDays(-1)));
        Assert.Empty(await CountAsync<PlacesUsed>(Before.AddYears(1).AddDays(1)));
    }

    [Fact]
    public async Task Counts_providers_used_by_their_marks_on_the_day_and_strands_by_what_was_taken()
    {
        var marked = new Provider { PartnershipId = Borough.Partnership.Id, Name = "Larch Training", Email = "training@larch.example" };
        marked.Add(new() { ProviderId = marked.Id, Kind = QualityMarkKind.Iris, From = Before.AddYears(-1), EndsOn = Given.Today });
        var other = ACourse("C30", marked);
        await SaveAsync(marked, other, Strand("DV", null), Strand("ST", null), Strand("OLD", Before));
        foreach (var course in new[] { Course, other })
        {
            var run = await SaveAsync(Given.Run(course, Before));
            Now = run.OpensAt;
            var booking = await Asks(run, $"Ann {course.Code}");
            Now = run.EndsAt;
            await MarkAsync(run, booking, BookingState.Attended);
        }
        Now = UkClock.At(Given.Today, new(9, 0));
        Assert.Equal([(1, 2)], (await CountAsync<ProvidersAssured>()).Select(m => (m.Numerator, m.Denominator)));
        Assert.Equal([(0, 2)], (await CountAsync<ProvidersAssured>(Given.Today.AddDays(1))).Select(m => (m.Numerator, m.Denominator)));
        Assert.Equal([(1, 2, "Not reached: ST")], (await CountAsync<StrandsCovered>()).Select(m => (m.Numerator, m.Denominator, m.Note)));
    }

    [Fact]
    public async Task Counts_nothing_where_nothing_was_booked()
    {
        Assert.Empty(await CountAsync<InHouseCoursesReviewed>());
        Assert.Empty(await CountAsync<PlacesUsed>());
        Assert.Empty(await CountAsync<ProvidersAssured>());
        Assert.Empty(await CountAsync<StrandsCovered>());
        Assert.Empty(await CountAsync<LearningEvaluated>());
    }

    private Task<IReadOnlyList<Measured>> CountAsync<TMeasure>(DateOnly? day = null) where TMeasure : class, IMeasure =>
        In((TMeasure measure) => measure.RunAsync(new(Borough.Partnership.Id, Borough.Framework, day ?? Given.Today), None));

    private Task MarkAsync(CourseRun run, Booking booking, BookingState mark) =>
        In((MarkRegister register) => register.RunAsync(Administrator, run.Id, [booking.Id], mark, None));

    private Task CancelAsync(Booking booking, CourseRun run) => In((Portal.Features.Courses.Places.PlacesOfRun places) =>
        places.RunAsync(Administrator, run.Id, [booking.StaffId], (held, all) =>
        {
            all.Bookings.Single(b => b.Id == booking.Id).Cancel(held, Administrator, Database.Clock.Now);
            return Task.FromResult("Cancelled a place");
        }, None));

    private Strand Strand(string code, DateOnly? until) =>
        new() { PartnershipId = Borough.Partnership.Id, Code = code, Name = code, From = new(2016, 1, 1), Until = until };

    private static CourseReview Review(Course course, DateOnly on, bool passed = true) => new()
    {
        PartnershipId = course.PartnershipId, CourseId = course.Id, AgencyId = course.AgencyId!.Value, ReviewedOn = on,
        Trainer = "An adviser",
        ContentMap = "Morning: L1.1", Passed = passed, Note = passed ? null : "More time", ReviewedBy = null,
    };
}
