using Portal.Features.Courses.Places;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

public sealed class SayingWhyNot : InABookingOffice
{
    private async Task<string?> WhyAsync((Provider, Course Course) course, StaffMember person, Agency? agency = null)
    {
        var run = await Desk.HasAsync(course, BookingDesk.Run(course.Course));
        await using var db = Database.Open();
        var at = agency ?? Borough.Homes;
        return (await new Eligibility(db, Database.Clock).RunAsync(run, [new(person.Id, at.Id)], default)).Values.SingleOrDefault();
    }

    private (Provider, Course) Course(int level = 1, CourseAudience audience = CourseAudience.Everyone, int? prerequisite = null,
        Agency? agency = null) => BookingDesk.Course(Borough.Partnership.Id, "LADDER", level, audience, prerequisite, agency);

    [Fact]
    public async Task A_course_for_those_whose_job_needs_the_level_is_for_nobody_else()
    {
        var (reception, officer) = (await PersonAsync("Asha"), await PersonAsync("Ben", role: Borough.Officer));
        var odd = await Borough.HasAsync(Database, "Cleo", null);
        const string No = "The job needs no level that this course leads to";
        Assert.Equal(No, await WhyAsync(Course(2, CourseAudience.NeedsTheLevel), reception));
        Assert.Equal(No, await WhyAsync(Course(1, CourseAudience.NeedsTheLevel), odd));
        Assert.Null(await WhyAsync(Course(2, CourseAudience.NeedsTheLevel), officer));
        // Level 2 counts only when level 1 has been held.
        Assert.Null(await WhyAsync(Course(1, CourseAudience.NeedsTheLevel), officer));
        Assert.Null(await WhyAsync(Course(2), reception));
    }

    [Theory, InlineData(2023, 12, 8, null), InlineData(2024, 3, 8, null), InlineData(2024, 3, 9, "9 March 2027")]
    public async Task A_level_that_is_held_for_more_than_90_days_after_needs_no_course(int year, int month, int day, string? until)
    {
        var asha = await PersonAsync("Asha");
        await Borough.TrainedAsync(Database, asha, 1, new(year, month, day));
        Assert.Equal(until is null ? null : $"Level 1 is held already, until {until}",
            await WhyAsync(Course(1, CourseAudience.NeedsTheLevel), asha));
        Assert.Null(await WhyAsync(Course(1), asha));
    }

    [Fact]
    public async Task What_must_be_held_before_must_be_in_date_on_the_day()
    {
        var asha = await PersonAsync("Asha");
        Assert.Equal("Level 1 must be held on 8 December 2026 to take this course", await WhyAsync(Course(2, prerequisite: 1), asha));
        await Borough.TrainedAsync(Database, asha, 1, new(2023, 12, 7));
        Assert.NotNull(await WhyAsync(Course(2, prerequisite: 1), asha));
        await Borough.TrainedAsync(Database, asha, 1, new(2023, 12, 8));
        Assert.Null(await WhyAsync(Course(2, prerequisite: 1), asha));
    }

    [Fact]
    public async Task An_in_house_course_is_for_its_agency_and_for_people_on_its_list()
    {
        var (asha, cleo) = (await PersonAsync("Asha"), await PersonAsync("Cleo", Borough.Clinic));
        var own = Course(audience: CourseAudience.OwnAgency, agency: Borough.Clinic);
        Assert.Equal("This course is for people of the agency that gives it", await WhyAsync(own, asha));
        Assert.Null(await WhyAsync(own, cleo, Borough.Clinic));
        Assert.Equal("Not on the agency’s staff list on 8 December 2026", await WhyAsync(Course(), cleo));
    }

    [Fact]
    public async Task Many_are_asked_at_once_and_the_door_refuses_with_the_same_sentence()
    {
        var (asha, ben) = (await PersonAsync("Asha"), await PersonAsync("Ben", role: Borough.Officer));
        var course = Course(2, CourseAudience.NeedsTheLevel);
        var run = await Desk.HasAsync(course, BookingDesk.Run(course.Item2));
        await using var db = Database.Open();
        var why = await new Eligibility(db, Database.Clock).RunAsync(
            run, [new(asha.Id, Borough.Homes.Id), new(ben.Id, Borough.Homes.Id)], default);
        Assert.Equal((asha.Id, "The job needs no level that this course leads to"), (why.Single().Key.StaffId, why.Single().Value));
        Assert.Equal(why.Single().Value, (await Assert.ThrowsAsync<Refused>(() => Desk.BookAsync(run, asha))).Message);
        await Desk.BookAsync(run, ben);
    }

    [Fact]
    public async Task A_withdrawn_course_is_offered_to_nobody()
    {
        var course = Course();
        course.Item2.Withdraw(Given.Today);
        Assert.Equal("This course is no longer offered", await WhyAsync(course, await PersonAsync("Asha")));
    }
}
