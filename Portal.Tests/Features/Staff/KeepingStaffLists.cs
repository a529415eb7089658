using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

/// <summary>
/// Whoever reaches the whole partnership has the order of a list kept: it shows what a list made anew shows, whatever changes.
/// </summary>
public sealed class KeepingStaffLists : InASmallBorough
{
    private static readonly StaffList.Filter[] Filters =
    [
        new(Level: 1), new(Sort: StaffList.Sort.Level), new(Sort: StaffList.Sort.Surname, Descending: true),
        new(Sort: StaffList.Sort.Started),
        .. Enum.GetValues<StaffList.Show>().Select(show => new StaffList.Filter(Standing: show)),
        new(Standing: StaffList.Show.Never, Sort: StaffList.Sort.Started),
    ];

    private readonly KeptAnswers kept = new();
    private StaffMember ann = null!, ben = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ann = await Borough.HasAsync(Database, "Ann Archer", Borough.Reception);
        ben = await Borough.HasAsync(Database, "Ben Baker", null);
    }

    [Fact]
    public async Task A_list_that_is_kept_changes_with_whatever_it_rests_on()
    {
        await AgreesAsync();
        await Borough.HasAsync(Database, "Cy Cole", Borough.Officer, Borough.Clinic);
        await AgreesAsync();
        await Borough.TrainedAsync(Database, ann, 1, Database.Clock.Today.AddMonths(-35));
        await AgreesAsync();
        await InAsync(db => new LeaveJob(db, Database.Clock).RunAsync(
            Borough.Lead, db.Posts.Single(p => p.StaffId == ben.Id).Id, Database.Clock.Today, 0, default));
        await AgreesAsync();
        await InAsync(async db =>
        {
            (await db.Staff.SingleAsync(s => s.Id == ann.Id)).Name = "Zoe Archer";
            await db.SaveAsync(Borough.Lead, "Married", default);
        });
        await AgreesAsync();
        Database.Time.Advance(TimeSpan.FromDays(60)); // Ann's training lapses by itself.
        await AgreesAsync();
    }

    [Fact]
    public async Task What_somebody_looked_for_is_not_kept()
    {
        await using var db = Database.Open();
        await ListAsync(db, kept, new(Search: "Ann"), Borough.Commissioner);
        Assert.Equal(0, kept.Count);
        await ListAsync(db, kept, new(Level: 1), Borough.Lead);
        Assert.Equal(0, kept.Count);
        await ListAsync(db, kept, new(Level: 1), Borough.Commissioner);
        Assert.Equal(1, kept.Count);
    }

    private async Task AgreesAsync()
    {
        await using var db = Database.Open();
        foreach (var filter in Filters)
            Assert.Equal(await ListAsync(db, new(), filter, Borough.Commissioner), await ListAsync(db, kept, filter, Borough.Commissioner));
    }

    private async Task<IEnumerable<(string, Standing)>> ListAsync(
        PortalDb db, KeptAnswers memory, StaffList.Filter filter, Viewer viewer)
    {
        var list = new StaffList(db, new(db, memory, Database.Clock), Database.Clock);
        return (await list.RunAsync(viewer, filter, default)).Rows.Select(r => (r.Name, r.Standing));
    }

    private async Task InAsync(Func<PortalDb, Task> act)
    {
        await using var db = Database.Open();
        await act(db);
    }
}
