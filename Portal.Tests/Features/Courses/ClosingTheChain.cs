using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Register;
using Portal.Features.Standards;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses;

public sealed class ClosingTheChain : AtTheRunDesk
{
    private StaffMember ann = null!, ben = null!;
    private CourseRun run = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync(Given.Standard(Borough.Partnership.Id, perLevel: true));
        (ann, ben) = (await PersonAsync("Ann Archer"), await PersonAsync("Ben Baker"));
        await using var db = Database.Open();
        (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).ConfirmStaffList(Given.Today);
        run = db.Add(Given.Run(Course, Given.Today.AddDays(10))).Entity;
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", None);
        await EvaluateAsync();
    }

    [Fact]
    public async Task A_flag_says_how_many_places_it_takes_and_whether_those_booked_can_be_enough()
    {
        Assert.Equal(new(2, 0, null), await PlacesAsync());
        await Asks(run, ann);
        var one = (await PlacesAsync())!;
        Assert.Equal((2, 1, Given.Today.AddDays(10), false), (one.Needed, one.Booked, one.Last!.Value, one.CanBeEnough));
        Assert.EndsWith("That cannot be enough: book at least 1 more.", FlagModel.PlacesBooked(one), StringComparison.Ordinal);
        await Asks(run, ben);
        Assert.True((await PlacesAsync())!.CanBeEnough);
    }

    [Fact]
    public async Task A_place_on_a_course_of_another_level_or_in_the_queue_does_not_help()
    {
        var awareness = ACourse("C02", Provider);
        awareness.Cover("LADDER", [1], []);
        var (other, full) = (Given.Run(awareness, Given.Today.AddDays(5)), Given.Run(Course, Given.Today.AddDays(6), places: 1));
        await SaveAsync(awareness, other, full);
        await Asks(other, ann);
        await Asks(full, "Someone Else", Borough.Clinic);
        await Asks(full, ben);
        Assert.Equal(0, (await PlacesAsync())!.Booked);
    }

    [Fact]
    public async Task The_night_after_they_attended_it_closes_with_that_evidence()
    {
        Booking[] places = [await Asks(run, ann), await Asks(run, ben)];
        Now = run.EndsAt.AddHours(1);
        await In((MarkRegister register) =>
            register.RunAsync(Gives, run.Id, [.. places.Select(p => p.Id)], BookingState.Attended, None));
        Now = UkClock.At(run.FirstDay.AddDays(1), new(2, 30));
        await EvaluateAsync();
        var flag = await Read(db => db.Flags.SingleAsync(f => f.AgencyId == Borough.Homes.Id && f.Level == 2));
        Assert.Equal((FlagState.Closed, "2 of 2 staff were at their required level"), (flag.State, flag.ClosedBecause?.Split(" on ")[0]));
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [places[0].Id], BookingState.DidNotAttend, None));
        await EvaluateAsync();
        Assert.Equal(2, await Read(db => db.Flags.CountAsync(f => f.AgencyId == Borough.Homes.Id && f.Level == 2)));
    }

    private async Task<StaffMember> PersonAsync(string name)
    {
        var person = await Borough.HasAsync(
            Database, name, Borough.Officer, email: $"{name.Split(' ')[0]}@brambleford.example".ToLowerInvariant());
        await Borough.TrainedAsync(Database, person, 1, Given.Today.AddYears(-1));
        return person;
    }

    private Task EvaluateAsync() => In((EvaluateStandards evaluate) =>
        evaluate.RunAsync(Viewer.System(Borough.Partnership.Id), Database.Clock.Today, None));

    private async Task<FlagPlaces.Found?> PlacesAsync()
    {
        var flag = await Read(db => db.Flags.SingleAsync(f => f.AgencyId == Borough.Homes.Id && f.Level == 2));
        return (await In((FlagProof proof) => proof.RunAsync(Borough.Lead, flag.Id, 1, None)))!.Places;
    }
}
