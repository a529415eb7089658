using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>Courses in an edition whose cut-off day is 4 November 2026.</summary>
public sealed class ReportingCourses : ReportScene
{
    private static readonly DateOnly CutOff = new(2026, 11, 4);

    [Fact]
    public async Task Nothing_is_said_of_courses_before_there_are_any() => Assert.Null((await ContentAsync()).Courses);

    [Fact]
    public async Task Places_are_counted_on_dates_of_the_year_before_and_what_needs_attention_is_named()
    {
        var (larch, bare) = (Given.Provider(Borough.Partnership.Id), Given.Provider(Borough.Partnership.Id, "Bare"));
        larch.Add(Given.Mark(larch, ends: CutOff.AddDays(90)));
        bare.Add(Given.Mark(bare, ends: CutOff.AddDays(91)));
        var (one, other) = (Given.Course(larch, "C01", statements: ["L1.1"]), Given.Course(bare, "C02", statements: ["L1.1"]));
        var (reviewed, waiting) = (Given.Course(larch, "C03", "Ours", Borough.Homes), Given.Course(larch, "C04", "Theirs", Borough.Clinic));
        var (last, late, early) = (Given.Run(one, CutOff, places: 10), Given.Run(one, CutOff.AddDays(1), places: 20),
            Given.Run(other, CutOff.AddYears(-1).AddDays(-1), places: 40));
        await SaveAsync(larch, bare, one, other, reviewed, waiting, Given.Review(reviewed, CutOff), last, late, early);
        await AttendsAsync(last, "Ann", BookingState.Attended);
        await AttendsAsync(last, "Ben", BookingState.DidNotAttend);
        await AttendsAsync(late, "Cat", BookingState.Attended);

        var content = await ContentAsync();
        var courses = content.Courses!;
        Assert.Equal((1, 10, 2, 2, 1), (courses.Dates, courses.Places, courses.Taken, courses.Booked, courses.Used));
        Assert.Equal((2, new CourseToReview("C04", "Theirs", Borough.Clinic.Name)), (courses.InHouse, Assert.Single(courses.ToReview)));
        Assert.Equal(new MarkEnding("Larch Training", "Leading Lights", CutOff.AddDays(90)), Assert.Single(courses.MarksEnding));
        var pair = Assert.Single(courses.Overlaps);
        Assert.Equal(("C01 Ask and act", "C02 Ask and act", 100, 2), (pair.One, pair.Other, pair.Percent, pair.Places));
        Assert.Equal(3, courses.Items.Count());
        Assert.Equal("In the 12 months to 4 November 2026, 1 date had 10 places, of which 2 were taken. 1 of 2 booked places were used; "
            + "those cancelled in time or excused are not counted. Of 2 in-house courses, 1 awaits review against the common standard. "
            + "The last quality mark of 1 provider ends by 2 February 2027. 1 pair of courses teaches much the same to the same people.",
            string.Join(" ", CourseSentences.Of(courses, content.CutOffOn)));
        Assert.Null(content.For(Borough.Lead).Courses);
    }

    [Fact]
    public async Task An_edition_says_what_it_was_frozen_with_whatever_becomes_of_the_courses_and_an_older_one_says_nothing()
    {
        await using var app = await PortalApp.CreateAsync();
        var board = await app.SignedInAs(Role.BoardMember);
        var edition = await app.In((PortalDb db) => db.Editions.AsNoTracking().Where(e => e.State == EditionState.Issued)
            .OrderByDescending(e => e.Number).FirstAsync());
        var frozen = edition.Read() with { Courses = new(1, 10, 9, 8, 7, 1, [new("C99", "Long gone", "Some agency")], [], [], 0) };
        await app.RewriteAsync(edition, frozen);
        var page = await board.Open($"/Reports/{edition.Id}");
        page.Shows("9. Courses", "7 of 8 booked places were used", "C99 Long gone", "Courses as CSV");
        var file = await board.Fetch($"/Reports/Download/{edition.Id}?format=courses-csv");
        Assert.Contains("In-house course awaiting review,C99 Long gone,Some agency", file.Text, StringComparison.Ordinal);
        await app.RewriteAsync(edition, frozen with { Courses = null });
        (await board.Open($"/Reports/{edition.Id}")).Shows("About these figures").DoesNotShow("Courses as CSV", "booked places");
        Assert.Equal(HttpStatusCode.NotFound, (await board.Fetch($"/Reports/Download/{edition.Id}?format=courses-csv")).Status);
    }

    private async Task AttendsAsync(CourseRun run, string name, BookingState mark)
    {
        var person = await Borough.HasAsync(Database, name, Borough.Officer);
        await using var db = Database.Open();
        var places = new RunPlaces(run, await db.Bookings.Where(b => b.RunId == run.Id).ToListAsync(), run.OpensAt);
        var booking = places.Ask(Borough.Commissioner, person.Id, Borough.Homes.Id, Money.OfPounds(50), managerAgrees: true);
        booking.Mark(mark, run, Borough.Commissioner, run.EndsAt.AddHours(1));
        db.Add(booking);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
    }

    private async Task<EditionContent> ContentAsync()
    {
        await PrepareAsync();
        return (await EditionsAsync()).Single().Read();
    }
}
