using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed class ApplyingWhatWasAgreed : InASmallBorough
{
    private const string Head = "Employee number,Name,Work e-mail,Job title,Start date\n";
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_again_before_it_applies()
    {
        var import = await desk.StaffList(Head + People(1, 2));
        await desk.Agree(import.Id);
        await Borough.HasAsync(Database, "Person 1", Borough.Reception, email: "person1@homes.example");
        await desk.Apply();
        import = await desk.Load(import.Id);
        Assert.Equal((ImportState.Ready, 1, 1), (import.State, import.NewCount, import.ChangedCount));
        Assert.StartsWith("Someone changed staff or training after you looked at this preview", import.Notice, StringComparison.Ordinal);
        Assert.Equal(ImportState.Applied, (await desk.Applied(import)).State);
    }

    [Fact]
    public async Task A_change_that_is_being_saved_while_it_begins_is_waited_for()
    {
        var import = await desk.StaffList(Head + People(1, 2));
        await desk.Agree(import.Id);
        Task applying;
        await using (var db = Database.Open())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Staff.Add(new() { PartnershipId = Borough.Partnership.Id, Name = "Person 3", Email = "person3@homes.example" });
            await db.SaveAsync(Borough.Lead, "Added someone", CancellationToken.None);
            applying = Task.Run(desk.Apply);
            await Task.Delay(500);
            await transaction.CommitAsync();
        }
        await applying;
        Assert.Equal((ImportState.Applied, 2), (await desk.Load(import.Id)) is var same ? (same.State, same.NewCount) : default);
        await using var after = Database.Open();
        Assert.Equal(3, await after.Staff.CountAsync());
    }

    [Fact]
    public async Task What_a_new_day_changes_is_shown_again_before_it_applies()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 2)));
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.EmployeeNumber == "1")).Leave(Database.Clock.Today.AddDays(1));
            await db.SaveAsync(Borough.Lead, "Leaves tomorrow", CancellationToken.None);
        }
        var import = await desk.StaffList(Head + "1,Person 1,person1@homes.example,Receptionist,1/3/2020\n");
        await desk.Agree(import.Id);
        Database.Time.Advance(TimeSpan.FromDays(1));
        await desk.Apply();
        var asked = await desk.Load(import.Id);
        Assert.Equal(
            (1, 0, ImportState.Ready, 1, 0), (import.ChangedCount, import.NewCount, asked.State, asked.NewCount, asked.ChangedCount));
    }

    [Fact]
    public async Task Nothing_is_compared_again_while_nobody_has_changed_anything()
    {
        var import = await desk.StaffList(Head + People(1, 2));
        await desk.Agree(import.Id);
        // Comparing would give this row its verdict back.
        await using var db = Database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.ImportRows.Where(r => r.ImportId == import.Id && r.Number == 3)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Verdict, ImportVerdict.Unchanged).SetProperty(x => x.AddsPerson, false));
            await transaction.CommitAsync();
        }
        await desk.Apply();
        Assert.Equal(["Person 1"], await db.Staff.Select(s => s.Name).ToListAsync());
    }

    private static string People(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(i => $"{i},Person {i},person{i}@homes.example,Receptionist,1/2/2020\n"));
}
