using Microsoft.EntityFrameworkCore;
using Portal.Data.Seeding;
using Portal.Features.Framework;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Frameworks;

public sealed class DraftingAFramework : IAsyncLifetime
{
    private TestDatabase database = null!;
    private SmallBorough borough = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_draft_begins_with_what_the_newest_version_says_and_there_is_one_at_a_time()
    {
        var draft = await StartAsync();
        var view = await ViewAsync(borough.Commissioner, draft);
        Assert.Equal(2, view!.Framework.Number);
        Assert.Empty(DraftChanges.Between((await ViewAsync(borough.Commissioner, null))!, view));
        Assert.Equal("A draft is already there. Publish or discard it first", (await RefusedAsync(StartAsync)).Message);
        Assert.Null(await ViewAsync(borough.Lead, draft));
    }

    [Fact]
    public async Task Only_the_commissioner_drafts()
    {
        await using var db = database.Open();
        await RefusedAsync(() => new StartDraft(db).RunAsync(borough.Lead, default));
        var draft = await StartAsync();
        await RefusedAsync(() => new SetRefresh(db).RunAsync(borough.Lead, draft, 1, 12, 36, default));
        await RefusedAsync(() => new PublishDraft(db, database.Clock).RunAsync(borough.Lead, draft, database.Clock.Today, 0, default));
    }

    [Fact]
    public async Task Changes_say_what_was_and_what_becomes()
    {
        var draft = await ChangedAsync();
        Assert.Equal(
            [new("Receptionist", "Level 1", "Level 2"), new("How long level 1 lasts", "36 months", "12 months")],
            DraftChanges.Between((await ViewAsync(borough.Commissioner, null))!, (await ViewAsync(borough.Commissioner, draft))!));
    }

    [Fact]
    public async Task A_form_opened_before_someone_else_saved_is_refused()
    {
        var draft = await ChangedAsync();
        await using var db = database.Open();
        Assert.StartsWith("Someone changed this", (await RefusedAsync(() => new SetRefresh(db).RunAsync(borough.Commissioner, draft, 1, 24, 36, default))).Message);
        Assert.StartsWith("Someone changed this", (await RefusedAsync(() => new SetRoleLevel(db).RunAsync(borough.Commissioner, draft, borough.Reception.Id, 3, 1, default))).Message);
        Assert.StartsWith("Someone changed this", (await RefusedAsync(() => new PublishDraft(db, database.Clock).RunAsync(borough.Commissioner, draft, database.Clock.Today, 0, default))).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    public async Task A_refresh_period_is_between_1_and_120_months(int months)
    {
        var draft = await StartAsync();
        await using var db = database.Open();
        Assert.Equal("RefreshMonths", (await RefusedAsync(() => new SetRefresh(db).RunAsync(borough.Commissioner, draft, 1, months, 36, default))).Field);
    }

    [Fact]
    public async Task Shows_whom_a_draft_would_change_before_it_is_published()
    {
        var today = database.Clock.Today;
        var asha = await borough.HasAsync(database, "Asha Stays", borough.Officer);
        await borough.TrainedAsync(database, asha, 1, today.AddYears(-2));
        await borough.TrainedAsync(database, asha, 2, today.AddYears(-2));
        var bo = await borough.HasAsync(database, "Bo Loses", borough.Reception);
        await borough.TrainedAsync(database, bo, 1, today.AddMonths(-6));
        await borough.HasAsync(database, "Cy Never", borough.Reception, borough.Clinic);
        await borough.HasAsync(database, "Dee Unmapped", null, borough.Clinic);
        var draft = await ChangedAsync();

        await using var db = database.Open();
        var effect = await new DraftEffect(db, database.Clock).RunAsync(
            borough.Commissioner, (await ViewAsync(borough.Commissioner, null))!.Framework, (await ViewAsync(borough.Commissioner, draft))!.Framework, default);
        Assert.Equal((2, 1, 0), (effect.OtherNeed, effect.Lose, effect.Gain));
        Assert.Equal([("Brambleford Homes", 2, 1, 1), ("Brook Lane Clinic", 2, 1, 0)], effect.Agencies.Select(a => (a.Name, a.People, a.OtherNeed, a.Lose)));
    }

    [Fact]
    public async Task Published_it_comes_into_force_on_its_day_and_never_changes()
    {
        var draft = await ChangedAsync();
        await using var db = database.Open();
        var publish = new PublishDraft(db, database.Clock);
        Assert.Equal("The first day must be today or in the future", (await RefusedAsync(() => publish.RunAsync(borough.Commissioner, draft, database.Clock.Today.AddDays(-1), 2, default))).Message);
        Assert.Equal("The first day must be within two years", (await RefusedAsync(() => publish.RunAsync(borough.Commissioner, draft, database.Clock.Today.AddYears(3), 2, default))).Message);
        await publish.RunAsync(borough.Commissioner, draft, database.Clock.Today.AddDays(7), 2, default);

        Assert.Equal(1, (await ViewAsync(borough.Lead, null))!.Framework.Number);
        database.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, (await ViewAsync(borough.Lead, null))!.Framework.Number);
        Assert.Equal([FrameworkVersions.Place.InForce, FrameworkVersions.Place.Past], (await new FrameworkVersions(db, database.Clock).RunAsync(borough.Lead, default)).Select(v => v.Place));
        await using var later = database.Open();
        Assert.Equal("A published framework does not change. Start a new draft instead", (await RefusedAsync(() => new SetRefresh(later).RunAsync(borough.Commissioner, draft, 1, 24, 12, default))).Message);
        Assert.Equal("A published framework does not change. Start a new draft instead", (await RefusedAsync(() => new DiscardDraft(later).RunAsync(borough.Commissioner, draft, 3, default))).Message);
    }

    [Fact]
    public async Task A_draft_can_be_discarded_and_another_begun()
    {
        var draft = await ChangedAsync();
        await using (var db = database.Open()) await new DiscardDraft(db).RunAsync(borough.Commissioner, draft, 2, default);
        Assert.Equal(2, (await ViewAsync(borough.Commissioner, await StartAsync()))!.Framework.Number);
    }

    [Fact]
    public async Task Frameworks_of_other_places_can_be_read() =>
        Assert.Equal(["KENT", "WALES-NTF"], (await new OtherFrameworks(new SeedFiles(Repository.File("seeds"))).RunAsync(default)).Select(f => f.Code));

    private async Task<Id<Framework>> StartAsync()
    {
        await using var db = database.Open();
        return await new StartDraft(db).RunAsync(borough.Commissioner, default);
    }

    /// <summary>Receptionists need level 2, and level 1 lasts a year.</summary>
    private async Task<Id<Framework>> ChangedAsync()
    {
        var draft = await StartAsync();
        await using (var db = database.Open()) await new SetRoleLevel(db).RunAsync(borough.Commissioner, draft, borough.Reception.Id, 2, 1, default);
        await using (var db = database.Open()) await new SetRefresh(db).RunAsync(borough.Commissioner, draft, 1, 12, 36, default);
        return draft;
    }

    private async Task<FrameworkView.Details?> ViewAsync(Viewer viewer, Id<Framework>? id)
    {
        await using var db = database.Open();
        return await new FrameworkView(db, database.Clock).RunAsync(viewer, id, default);
    }

    private static Task<Refused> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<Refused>(act);
}
