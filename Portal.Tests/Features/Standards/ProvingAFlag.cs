using Portal.Features.Standards;

namespace Portal.Tests.Features.Standards;

public class ProvingAFlag
{
    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Says_the_count_and_names_who_is_behind_it_and_why()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        var (never, lapsed, trained) =
            (await borough.PersonAsync(needs: 1), await borough.PersonAsync(needs: 1), await borough.PersonAsync(needs: 1));
        await borough.TrainedAsync(lapsed, 1, new(2022, 5, 3));
        await borough.TrainedAsync(trained, 1, Today);
        var proof = await ProofAsync(borough, Role.Commissioner);
        Assert.Equal("1 of 3 staff were at their required level", proof!.Count.Sentence);
        Assert.Equal(2, proof.Count.Shortfall);
        Assert.Equal(
            new Dictionary<Id<StaffMember>, string>
            {
                [never.Id] = "Level 1 not yet held", [lapsed.Id] = "Level 1 lapsed after 3 May 2025"
            },
            proof.Behind.People!.Rows.ToDictionary(p => p.Id, p => p.Why));
    }

    [Fact]
    public async Task Never_names_anyone_to_a_board_member()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.PersonAsync(needs: 1);
        var proof = await ProofAsync(borough, Role.BoardMember);
        Assert.Null(proof!.Behind.People);
        Assert.Equal((true, 1), (proof.Behind.Turns, proof.Count.Shortfall));
    }

    [Fact]
    public async Task Is_not_found_by_another_agencys_people()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.PersonAsync(needs: 1);
        Assert.Null(await ProofAsync(borough, Role.TrainingLead, await borough.AgencyAsync("Libraries")));
        Assert.NotNull(await ProofAsync(borough, Role.TrainingLead, borough.Agency));
    }

    [Fact]
    public async Task Names_late_starters_unmapped_jobs_lapsed_people_and_empty_fields()
    {
        await using var borough = await Borough.CreateAsync();
        foreach (var (code, measure) in new[]
        {
            ("S07", "RefresherInDate"), ("S08", "StartersTrainedInTime"), ("S09", "RolesMapped"), ("S17", "DataComplete")
        })
            await borough.StandardAsync(code, measure, 100, 95);
        var starter = await borough.PersonAsync(needs: 1, started: new(2026, 6, 1));
        await borough.TrainedAsync(starter, 1, new(2026, 9, 2));
        var unmapped = await borough.PersonAsync(needs: null);
        var lapsed = await borough.PersonAsync(needs: 1);
        await borough.TrainedAsync(lapsed, 1, new(2020, 1, 1));
        lapsed.Email = null;
        await borough.SaveAsync();
        await borough.EvaluateAsync();
        foreach (var (code, person, why) in new[]
        {
            ("S07", lapsed, "Level 1 lapsed after 1 January 2023"), ("S08", starter, "Level 1 was due by 1 September 2026"),
            ("S17", lapsed, "No work email"),
        })
        {
            var found = Assert.Single((await ProofAsync(borough, Role.Commissioner, code: code))!.Behind.People!.Rows);
            Assert.Equal((person.Id, why), (found.Id, found.Why));
        }
        var job = Assert.Single((await ProofAsync(borough, Role.Commissioner, code: "S09"))!.Behind.People!.Rows);
        Assert.Equal(unmapped.Id, job.Id);
        Assert.StartsWith("Not mapped to a level: Job ", job.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_is_missing_where_it_does_not_turn_on_people()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S01", "LeadsInPost", metAt: null, partlyAt: null);
        var proof = await ProofAsync(borough, Role.BoardMember);
        Assert.Equal((false, "Training lead vacant; Executive lead vacant"), (proof!.Behind.Turns, proof.Count.Standing.Note));
    }

    [Fact]
    public async Task Flags_are_listed_the_most_serious_first_and_closed_ones_apart()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.PersonAsync(needs: 1);
        await borough.PersonAsync(needs: 3);
        await borough.EvaluateAsync();
        await using var db = borough.Database.Open();
        var list = new FlagList(db, borough.Database.Clock);
        var open = await list.RunAsync(borough.As(Role.Auditor), new(), default);
        Assert.Equal(
            [(3, Severity.Critical, Outcome.NotMet), (1, Severity.High, Outcome.NotMet)],
            open.Rows.Select(r => (r.Level, r.Severity, r.Outcome!.Value)));
        Assert.Equal(0, (await list.RunAsync(borough.As(Role.Auditor), new(Closed: true), default)).Total);
        Assert.Equal(1, (await list.RunAsync(borough.As(Role.Auditor), new(Severity: Severity.High), default)).Total);
        Assert.Equal(0, (await list.RunAsync(borough.As(Role.Learner), new(), default)).Total);
    }

    private static async Task<FlagProof.Details?> ProofAsync(Borough borough, Role role, Agency? agency = null, string? code = null)
    {
        await borough.EvaluateAsync();
        await using var db = borough.Database.Open();
        var flag = (await borough.FlagsAsync()).First(f => code is null || f.StandardCode == code);
        var proof = new FlagProof(db, borough.Database.Clock, Borough.Measures(db), new(db),
            new(db, borough.Database.Clock), new(db, new(db)));
        return await proof.RunAsync(borough.As(role) with { AgencyId = agency?.Id }, flag.Id, 1, default);
    }
}
