using Microsoft.EntityFrameworkCore;
using Portal.Data.Seeding;
using Portal.Features.Framework;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Frameworks;

public sealed class DraftingAFramework : InASmallBorough
{
    [Fact]
    public async Task A_draft_begins_with_what_the_newest_version_says_and_there_is_one_at_a_time()
    {
        var draft = await StartAsync();
        var view = await ViewAsync(Borough.Commissioner, draft);
        Assert.Equal(2, view!.Framework.Number);
        Assert.Empty(DraftChanges.Between((await ViewAsync(Borough.Commissioner, null))!, view));
        Assert.Equal("A draft is already there. Publish or discard it first", (await RefusedAsync(StartAsync)).Message);
        Assert.Null(await ViewAsync(Borough.Lead, draft));
    }

    [Fact]
    public async Task Only_the_commissioner_drafts()
    {
        await using var db = Database.Open();
        await RefusedAsync(() => new StartDraft(db).RunAsync(Borough.Lead, default));
        var draft = await StartAsync();
        await RefusedAsync(() => new SetRefresh(db).RunAsync(Borough.Lead, draft, 1, 12, 36, default));
        await RefusedAsync(() => new PublishDraft(db, Database.Clock).RunAsync(Borough.Lead, draft, Database.Clock.Today, 0, default));
    }

    [Fact]
    public async Task Changes_say_what_was_and_what_becomes()
    {
        var draft = await ChangedAsync();
        Assert.Equal(
            [new("Receptionist", "Level 1", "Level 2"), new("How long level 1 lasts", "36 months", "12 months")],
            DraftChanges.Between((await ViewAsync(Borough.Commissioner, null))!, (await ViewAsync(Borough.Commissioner, draft))!));
    }

    [Fact]
    public async Task A_form_opened_before_someone_else_saved_is_refused()
    {
        var draft = await ChangedAsync();
        await using var db = Database.Open();
        Assert.StartsWith(
            "Someone changed this",
            (await RefusedAsync(() => new SetRefresh(db).RunAsync(Borough.Commissioner, draft, 1, 24, 36, default))).Message);
        Assert.StartsWith(
            "Someone changed this",
            (await RefusedAsync(() => new SetRoleLevel(db).RunAsync(
                Borough.Commissioner, draft, Borough.Reception.Id, 3, 1, default))).Message);
        Assert.StartsWith(
            "Someone changed this",
            (await RefusedAsync(() => new PublishDraft(db, Database.Clock).RunAsync(
                Borough.Commissioner, draft, Database.Clock.Today, 0, default))).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    public async Task A_refresh_period_is_between_1_and_120_months(int months)
    {
        var draft = await StartAsync();
        await using var db = Database.Open();
        Assert.Equal(
            "RefreshMonths",
            (await RefusedAsync(() => new SetRefresh(db).RunAsync(Borough.Commissioner, draft, 1, months, 36, default))).Field);
    }

    [Fact]
    public async Task Shows_whom_a_draft_would_change_before_it_is_published()
    {
        var today = Database.Clock.Today;
        var asha = await Borough.HasAsync(Database, "Asha Stays", Borough.Officer);
        await Borough.TrainedAsync(Database, asha, 1, today.AddYears(-2));
        await Borough.TrainedAsync(Database, asha, 2, today.AddYears(-2));
        var bo = await Borough.HasAsync(Database, "Bo Loses", Borough.Reception);
        await Borough.TrainedAsync(Database, bo, 1, today.AddMonths(-6));
        await Borough.HasAsync(Database, "Cy Never", Borough.Reception, Borough.Clinic);
        await Borough.HasAsync(Database, "Dee Unmapped", null, Borough.Clinic);
        var draft = await ChangedAsync();

        await using var db = Database.Open();
        var effect = await new DraftEffect(db, Database.Clock).RunAsync(
            Borough.Commissioner, (await ViewAsync(Borough.Commissioner, null))!.Framework,
            (await ViewAsync(Borough.Commissioner, draft))!.Framework, default);
        Assert.Equal((2, 1, 0), (effect.OtherNeed, effect.Lose, effect.Gain));
        Assert.Equal(
            [("Brambleford Homes", 2, 1, 1), ("Brook Lane Clinic", 2, 1, 0)],
            effect.Agencies.Select(a => (a.Name, a.People, a.OtherNeed, a.Lose)));
    }

    [Fact]
    public async Task Published_it_comes_into_force_on_its_day_and_never_changes()
    {
        var draft = await ChangedAsync();
        await using var db = Database.Open();
        var publish = new PublishDraft(db, Database.Clock);
        Assert.Equal(
            "The first day must be today or in the future",
            (await RefusedAsync(() => publish.RunAsync(
                Borough.Commissioner, draft, Database.Clock.Today.AddDays(-1), 2, default))).Message);
        Assert.Equal(
            "The first day must be within two years",
            (await RefusedAsync(() => publish.RunAsync(
                Borough.Commissioner, draft, Database.Clock.Today.AddYears(3), 2, default))).Message);
        await publish.RunAsync(Borough.Commissioner, draft, Database.Clock.Today.AddDays(7), 2, default);

        Assert.Equal(1, (await ViewAsync(Borough.Lead, null))!.Framework.Number);
        Database.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, (await ViewAsync(Borough.Lead, null))!.Framework.Number);
        Assert.Equal(
            [VersionPlace.InForce, VersionPlace.Past],
            (await new FrameworkVersions(db, Database.Clock).RunAsync(Borough.Lead, default)).Select(v => v.Place));
        await using var later = Database.Open();
        Assert.Equal(
            "A published framework does not change. Start a new draft instead",
            (await RefusedAsync(() => new SetRefresh(later).RunAsync(Borough.Commissioner, draft, 1, 24, 12, default))).Message);
        Assert.Equal(
            "A published framework does not change. Start a new draft instead",
            (await RefusedAsync(() => new DiscardDraft(later).RunAsync(Borough.Commissioner, draft, 3, default))).Message);
    }

    [Fact]
    public async Task A_draft_can_be_discarded_and_another_begun()
    {
        var draft = await ChangedAsync();
        await using (var db = Database.Open()) await new DiscardDraft(db).RunAsync(Borough.Commissioner, draft, 2, default);
        Assert.Equal(2, (await ViewAsync(Borough.Commissioner, await StartAsync()))!.Framework.Number);
    }

    [Fact]
    public async Task Frameworks_of_other_places_can_be_read() =>
        Assert.Equal(
            ["KENT", "WALES-NTF"],
            (await new OtherFrameworks(new SeedFiles(Repository.File("seeds"))).RunAsync(default)).Select(f => f.Code));

    private async Task<Id<Framework>> StartAsync()
    {
        await using var db = Database.Open();
        return await new StartDraft(db).RunAsync(Borough.Commissioner, default);
    }

    /// <summary>Receptionists need level 2, and level 1 lasts a year.</summary>
    private async Task<Id<Framework>> ChangedAsync()
    {
        var draft = await StartAsync();
        await using (var db = Database.Open())
            await new SetRoleLevel(db).RunAsync(Borough.Commissioner, draft, Borough.Reception.Id, 2, 1, default);
        await using (var db = Database.Open()) await new SetRefresh(db).RunAsync(Borough.Commissioner, draft, 1, 12, 36, default);
        return draft;
    }

    private async Task<FrameworkView.Details?> ViewAsync(Viewer viewer, Id<Framework>? id)
    {
        await using var db = Database.Open();
        return await new FrameworkView(db, Database.Clock).RunAsync(viewer, id, default);
    }

    private static Task<Refused> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<Refused>(act);
}
