using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>Worlds of a few people at three agencies, of whom some go from one to another; the answer can be counted by hand.</summary>
public class MovingBetweenAgencies
{
    private static readonly DateOnly Today = new(2026, 11, 16), Long = Today.AddYears(-5), Lately = Today.AddMonths(-2);
    private static readonly Framework Framework = new SmallBorough().Framework;
    private static readonly Id<Agency> Homes = Id<Agency>.New(), Clinic = Id<Agency>.New(), School = Id<Agency>.New();

    [Fact]
    public void Whoever_moves_is_neither_a_starter_nor_a_leaver_of_both_together()
    {
        var world = At(Id<StaffMember>.New(), (Homes, 1, Long, Lately), (Clinic, 1, Lately, null));
        Assert.Equal((0, 0), Count(world, Homes, Clinic));
        Assert.Equal((0, 0), Count(world, Homes, Clinic, School));
        Assert.Equal(((0, 1), (1, 0)), (Count(world, Homes), Count(world, Clinic)));
        Assert.Equal(((0, 1), (1, 0)), (Count(world, Homes, School), Count(world, School, Clinic)));
    }

    [Fact]
    public void Whoever_comes_from_outside_or_goes_there_still_counts_beside_one_who_moves()
    {
        PersonToTrain[] world =
        [
            .. At(Id<StaffMember>.New(), (Homes, 1, Long, Lately), (Clinic, 1, Lately, null)),
            .. At(Id<StaffMember>.New(), (Homes, 1, Lately, null)), .. At(Id<StaffMember>.New(), (Clinic, 1, Long, Lately)),
        ];
        Assert.Equal((1, 1), Count(world, Homes, Clinic));
        Assert.Equal(((1, 1), (1, 1)), (Count(world, Homes), Count(world, Clinic)));
    }

    [Fact]
    public void A_second_job_is_no_start_in_the_partnership_and_giving_it_up_no_end()
    {
        var gained = At(Id<StaffMember>.New(), (Homes, 1, Long, null), (Clinic, 1, Lately, null));
        Assert.Equal(((0, 0), (1, 0)), (Count(gained, Homes, Clinic), Count(gained, Clinic)));
        var given = At(Id<StaffMember>.New(), (Homes, 1, Long, null), (Clinic, 1, Long, Lately));
        Assert.Equal(((0, 0), (0, 1)), (Count(given, Homes, Clinic), Count(given, Clinic)));
    }

    [Fact]
    public void Whoever_moves_to_a_job_that_needs_more_starts_at_the_one_level_and_leaves_the_other()
    {
        var world = At(Id<StaffMember>.New(), (Homes, 1, Long, Lately), (Clinic, 2, Lately, null));
        Assert.Equal(((0, 1), (1, 0)), (Count(world, Homes, Clinic), Count(world, 2, Homes, Clinic)));
    }

    [Fact]
    public void Whoever_starts_for_the_first_time_at_two_agencies_counts_in_both()
    {
        var world = At(Id<StaffMember>.New(), (Homes, 1, Lately, null), (Clinic, 1, Lately, null));
        Assert.Equal((2, 0), Count(world, Homes, Clinic));
    }

    [Fact]
    public void The_forecast_and_what_it_is_held_against_count_a_move_as_none()
    {
        // One who moved in September of last year and one who stayed, both below the level: nobody comes or goes.
        PersonToTrain[] world =
        [
            .. At(Id<StaffMember>.New(), (Homes, 1, Long, Today.AddMonths(-14)), (Clinic, 1, Today.AddMonths(-14), null)),
            .. At(Id<StaffMember>.New(), (Homes, 1, Long, null)),
        ];
        var test = new DemandBackTest([.. DemandBackTest.Of(
            Framework, world, Today.AddMonths(-6), Today, [], new Dictionary<int, (int, int)>())]);
        Assert.Equal([2, 2, 2, 2, 2, 2], test.Lines.Select(l => l.Expected));
        Assert.Equal([2, 2, 2, 2, 2, 2], test.Lines.Select(l => l.Happened));
    }

    /// <summary>Someone’s jobs: where, at which level, from when, and until when.</summary>
    private static PersonToTrain[] At(
        Id<StaffMember> staff, params (Id<Agency> Agency, int Level, DateOnly From, DateOnly? Until)[] jobs) =>
        [.. jobs.Select(j => new PersonToTrain(j.Agency, staff, [new(j.Level, j.From, j.Until)], []))];

    private static (int Started, int Left) Count(PersonToTrain[] world, params Id<Agency>[] within) => Count(world, 1, within);

    private static (int Started, int Left) Count(PersonToTrain[] world, int level, params Id<Agency>[] within)
    {
        var cells = DemandMove.Settle(
            [.. DemandCount.Of(Framework, world, Today).Where(c => c.Level == level && within.Contains(c.Agency))],
            DemandMove.Of(world, Today).Where(m => m.Level == level));
        return (cells.Sum(c => c.Started), cells.Sum(c => c.Left));
    }
}
