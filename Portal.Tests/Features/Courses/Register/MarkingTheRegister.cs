using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Register;

public sealed class MarkingTheRegister : AtTheRunDesk
{
    private CourseRun run = null!;
    private Booking ann = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        run = await SaveAsync(Given.Run(Course, Given.Today, places: 2));
        Now = run.OpensAt;
        ann = await Asks(run, "Ann");
        Now = run.StartsAt.AddHours(1);
    }

    [Fact]
    public async Task As_attended_writes_verified_training_and_a_certificate()
    {
        await Mark(BookingState.Attended);
        var record = await Read(db => db.TrainingRecords.SingleAsync());
        Assert.Equal(
            (ann.StaffId, ann.AgencyId, ann.Id, 2, Given.Today),
            (record.StaffId, record.AgencyId!.Value, record.BookingId!.Value, record.LevelNumber, record.AchievedOn));
        Assert.Equal(
            (RecordState.Verified, RecordSource.Course, Course.Title, Provider.Name, Trainer.Id),
            (record.State, record.Source, record.Course, record.Provider, record.DecidedBy));
        Assert.Null(record.EndsOn);
        var certificate = await Read(db => db.Certificates.SingleAsync());
        Assert.Equal((ann.Id, 19, null), (certificate.BookingId, certificate.Code.Length, certificate.RevokedOn));
    }

    [Theory, InlineData(BookingState.PartAttended), InlineData(BookingState.DidNotAttend), InlineData(BookingState.Excused)]
    public async Task As_anything_else_writes_nothing(BookingState mark)
    {
        await Mark(mark);
        Assert.Equal((mark, 0, 0), (await StateOf(ann), await Records(), await Certificates()));
    }

    [Theory, InlineData(BookingState.PartAttended), InlineData(null)]
    public async Task And_correcting_it_takes_both_away_and_says_so(BookingState? corrected)
    {
        await Mark(BookingState.Attended);
        await Mark(corrected);
        Assert.Equal(corrected ?? BookingState.Booked, await StateOf(ann));
        Assert.Equal(
            (RecordState.TakenBack, Given.Today),
            await Read(async db => ((await db.TrainingRecords.SingleAsync()).State,
                (await db.Certificates.SingleAsync()).RevokedOn!.Value)));
        Assert.True(await Read(db => db.AuditChanges.AnyAsync(c => c.Entity == nameof(TrainingRecord)
            && c.New == nameof(RecordState.TakenBack))));
        await Mark(BookingState.Attended);
        Assert.Equal((2, 2), (await Records(), await Certificates()));
        Assert.Equal(1, await Read(db => db.TrainingRecords.CountAsync(r => r.State == RecordState.Verified)));
    }

    [Fact]
    public async Task Twice_as_the_same_writes_once()
    {
        await Mark(BookingState.Attended);
        await Mark(BookingState.Attended);
        Assert.Equal((1, 1), (await Records(), await Certificates()));
    }

    [Fact]
    public async Task A_level_of_a_framework_that_is_not_in_force_counts_for_nothing()
    {
        var elsewhere = await SaveAsync(ACourse("C05", Provider, framework: "ANOTHER"));
        var other = await SaveAsync(Given.Run(elsewhere, Given.Today));
        Now = other.OpensAt;
        var booking = await Asks(other, "Ben");
        Now = other.EndsAt;
        await In((MarkRegister mark) => mark.RunAsync(Gives, other.Id, [booking.Id], BookingState.Attended, None));
        Assert.Equal((0, 1), (await Records(), await Certificates()));
    }

    [Fact]
    public async Task Is_refused_before_the_beginning_to_others_and_for_oneself()
    {
        Now = run.StartsAt.AddMinutes(-1);
        Assert.Equal("The register opens when the first session begins", await RefusesAsync(Gives, ann));
        Now = run.StartsAt;
        Assert.Equal("This date is not within your reach", await RefusesAsync(Borough.Lead, ann));
        Assert.Equal(
            "There is nobody to mark",
            await Refuses((MarkRegister mark) => mark.RunAsync(Gives, run.Id, [Id<Booking>.New()], BookingState.Attended, None)));
        var self = await Borough.HasAsync(Database, "Tariq", Borough.Officer, email: Trainer.Email);
        Now = run.OpensAt;
        var own = await Asks(run, self);
        Now = run.StartsAt;
        Assert.Equal("Someone else must mark your own attendance", await RefusesAsync(Gives, own));
        Assert.True((await In((RegisterList list) => list.RunAsync(Gives, run.Id, None))).Single(r => r.Name == "Tariq").IsOwn);
    }

    [Fact]
    public async Task Takes_in_who_came_without_a_place_while_there_is_room()
    {
        await Borough.HasAsync(Database, "Ben", Borough.Officer, email: "ben@brambleford.example");
        await Borough.HasAsync(Database, "Cleo", Borough.Officer, email: "cleo@brambleford.example");
        Assert.Equal("Ben", await In((AddWalkIn add) => add.RunAsync(Gives, run.Id, "BEN@brambleford.example", None)));
        Assert.Equal((1, 1), (await Records(), await Certificates()));
        Assert.Equal(Course.Price, await Read(db => db.Bookings.Where(b => b.Id != ann.Id).Select(b => b.Price).SingleAsync()));
        Assert.Equal("This person is on the register already", await RefusesWalkIn("ben@brambleford.example"));
        Assert.Equal("There are no more places on this date", await RefusesWalkIn("cleo@brambleford.example"));
        Assert.Equal("Nobody on a staff list of the partnership has this work email", await RefusesWalkIn("nobody@brambleford.example"));
    }

    [Fact]
    public async Task Nobody_is_at_two_places_at_once()
    {
        const string No =
            "This person has a place on another date at the same time, which must be given back or marked as not attended first";
        var other = await SaveAsync(Given.Run(Course, Given.Today));
        Assert.Equal(No, await Refuses((AddWalkIn add) => add.RunAsync(Gives, other.Id, "ann@brambleford.example", None)));
        await Mark(BookingState.DidNotAttend);
        await In((AddWalkIn add) => add.RunAsync(Gives, other.Id, "ann@brambleford.example", None));
        foreach (var mark in new BookingState?[] { BookingState.Attended, BookingState.PartAttended, null })
            Assert.Equal(No, await Refuses((MarkRegister register) => register.RunAsync(Gives, run.Id, [ann.Id], mark, None)));
        await Mark(BookingState.Excused);
        Assert.Equal(1, await Records());
    }

    [Fact]
    public async Task Of_two_hands_at_once_one_writes_and_nothing_is_doubled()
    {
        var marks = Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => In((MarkRegister mark) => mark.RunAsync(Gives, run.Id, [ann.Id], BookingState.Attended, None))));
        await Task.WhenAll(marks);
        Assert.Equal((1, 1), (await Records(), await Certificates()));
    }

    private Task Mark(BookingState? said) => In((MarkRegister mark) => mark.RunAsync(Gives, run.Id, [ann.Id], said, None));

    private Task<string> RefusesAsync(Viewer viewer, Booking booking) =>
        Refuses((MarkRegister mark) => mark.RunAsync(viewer, run.Id, [booking.Id], BookingState.DidNotAttend, None));

    private Task<string> RefusesWalkIn(string email) => Refuses((AddWalkIn add) => add.RunAsync(Gives, run.Id, email, None));

    private Task<int> Records() => Read(db => db.TrainingRecords.CountAsync());

    private Task<int> Certificates() => Read(db => db.Certificates.CountAsync());
}
