using Portal.Features.Standards;
using Portal.Features.Standards.Measures;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>What the proof of a flag on S03, S04 or S05 lists of the agency's return.</summary>
public sealed class ProvingAReturn : InASmallBorough
{
    private AgencyReturn made = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        made = await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 10, 30)));
    }

    [Fact]
    public async Task Tells_the_days_and_leads_to_it()
    {
        Assert.Equal(
            new(made.Id, "Phase 1, first cycle", new(2026, 10, 30), null, null, null),
            await ProofAsync<ReturnedAndSigned>(Borough.Commissioner));
        await Borough.SentAsync(Database, made, new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(
            new(made.Id, "Phase 1, first cycle", new(2026, 10, 30), new(2026, 11, 2), new(2026, 11, 2), null),
            await ProofAsync<ReturnedAndSigned>(Borough.Lead));
    }

    [Fact]
    public async Task Lists_the_gaps_that_fall_short()
    {
        await Borough.SentAsync(Database, made, Database.Clock.Now, counts: new(2, 0, 0, 0));
        ReturnProof.Gap[] gaps = [new("MARAC representative", 3, 1), new("Housing officer", 2, 4)];
        Assert.Equal(gaps, (await ProofAsync<GapsCosted>(Borough.Commissioner))!.Lacking);
        Assert.Equal(gaps, (await ProofAsync<GapsPlanned>(Borough.Commissioner))!.Lacking);
        await Borough.CostsAsync(Database, made);
        Assert.Equal(gaps, (await ProofAsync<GapsCosted>(Borough.Commissioner))!.Lacking);
        Assert.Empty((await ProofAsync<GapsPlanned>(Borough.Commissioner))!.Lacking!);
        await Borough.CostsAsync(Database, made, (CostFunding.OwnBudget, Money.OfPounds(10), 2026));
        Assert.Empty((await ProofAsync<GapsCosted>(Borough.Commissioner))!.Lacking!);
    }

    [Fact]
    public async Task Shows_a_board_member_the_days_alone()
    {
        await Borough.SentAsync(Database, made, Database.Clock.Now, counts: new(2, 0, 0, 0));
        var proof = await ProofAsync<GapsCosted>(Borough.Commissioner with { Role = Role.BoardMember });
        Assert.Equal((null, null, new DateOnly(2026, 11, 16)), (proof!.Id, proof.Lacking, proof.SentOn));
    }

    [Fact]
    public async Task Is_not_there_for_a_standard_that_counts_something_else()
    {
        await using var db = Database.Open();
        Assert.Null(await new ReturnProof(db, new(db)).RunAsync(
            Borough.Commissioner, new LeadsInPost(db), Question, Borough.Homes.Id, default));
    }

    private Question Question => new(Borough.Partnership.Id, Borough.Framework, Database.Clock.Today);

    private async Task<ReturnProof.Details?> ProofAsync<TMeasure>(Viewer viewer) where TMeasure : IMeasure
    {
        await using var db = Database.Open();
        var measure = (IMeasure)Activator.CreateInstance(typeof(TMeasure), new LatestReturns(db))!;
        return await new ReturnProof(db, new(db)).RunAsync(viewer, measure, Question, Borough.Homes.Id, default);
    }
}
