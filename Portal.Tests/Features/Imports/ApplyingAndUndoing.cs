using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed class ApplyingAndUndoing : IAsyncLifetime
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date\n";
    private TestDatabase database = null!;
    private SmallBorough borough = null!;
    private ImportDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
        desk = new(database, borough.Lead);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_full_list_makes_those_it_does_not_name_leavers_and_confirms_the_staff_list()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 20), fullList: true));
        var import = await desk.StaffList(Head + People(1, 19), fullList: true);
        Assert.Equal((1, 19, false), (import.LeaverCount, import.UnchangedCount, import.NeedsBrake));
        await desk.Applied(import);
        await using var db = database.Open();
        Assert.Equal(database.Clock.Today, (await db.Posts.SingleAsync(p => p.EmployeeNumber == "20")).LeftOn);
        Assert.Equal(database.Clock.Today, (await db.Agencies.SingleAsync(a => a.Id == borough.Homes.Id)).StaffListConfirmedOn);
    }

    [Fact]
    public async Task A_list_of_only_some_makes_nobody_leave()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 5)));
        var import = await desk.StaffList(Head + People(2, 1));
        Assert.Equal(0, import.LeaverCount);
        await using var db = database.Open();
        Assert.Null((await db.Agencies.SingleAsync(a => a.Id == borough.Homes.Id)).StaffListConfirmedOn);
    }

    [Fact]
    public async Task Someone_whose_row_is_refused_does_not_leave()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 10), fullList: true));
        var import = await desk.StaffList(
            Head + People(1, 8) + "9,Person 9,person9@homes.example,,\n10,,person10@homes.example,Receptionist,\n",
            fullList: true);
        Assert.Equal((2, 0), (import.RefusedCount, import.LeaverCount));
    }

    [Fact]
    public async Task Many_leavers_need_their_number_typed()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 20), fullList: true));
        var import = await desk.StaffList(Head + People(1, 17), fullList: true);
        Assert.True(import.NeedsBrake);
        foreach (var typed in new[] { null, "", "yes", "30" })
            Assert.Equal(
                "3 of 20 would leave. Type 3 to confirm, or discard this file",
                (await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id, typed))).Message);
        Assert.Equal(ImportState.Applied, (await desk.Applied(import, " 3 ")).State);
    }

    [Fact]
    public async Task Nothing_to_do_is_said()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 2)));
        var import = await desk.StaffList(Head + People(1, 2));
        Assert.Equal(
            "Nothing in this file would change anything. Discard it, or correct it and upload it again",
            (await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id))).Message);
    }

    [Fact]
    public async Task Applying_again_changes_nothing()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 3)));
        await desk.Apply();
        await using var db = database.Open();
        Assert.Equal(3, await db.Posts.CountAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.What == "Applied an import: Staff list, file.csv"));
    }

    [Fact]
    public async Task Stopped_while_it_was_applied_nothing_is_half_done_and_the_next_run_does_it()
    {
        var import = await desk.StaffList(Head + People(1, 3));
        await desk.Agree(import.Id);
        await using (var db = database.Open())
        {
            // A reference that the last statements need is gone: they fail after the first have run.
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.ImportRows.Where(r => r.ImportId == import.Id && r.Number == 4)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Job.JobTitleId, Id<JobTitle>.New()));
            await transaction.CommitAsync();
        }
        await Assert.ThrowsAnyAsync<Exception>(desk.Apply);
        await using var after = database.Open();
        Assert.Equal((0, 0), (await after.Staff.CountAsync(), await after.Posts.CountAsync()));
        Assert.Equal(ImportState.Ready, (await desk.Load(import.Id)).State);
    }

    [Fact]
    public async Task Undo_puts_everything_back()
    {
        await desk.Applied(await desk.StaffList(Head + People(1, 20), fullList: true));
        database.Time.Advance(TimeSpan.FromDays(10));
        var second = await desk.Applied(
            await desk.StaffList(
                Head + People(1, 18)
                    + "19,Renamed Person,new19@homes.example,Chief receptionist,1/3/2020\n77,New Person,new@homes.example,Caretaker,\n",
                fullList: true), "1");
        Assert.Equal((1, 1, 1), (second.NewCount, second.ChangedCount, second.LeaverCount));
        var undone = await desk.Undone(second.Id);
        Assert.Equal(ImportState.Undone, undone.State);
        await using var db = database.Open();
        Assert.Equal(20, await db.Posts.CountAsync(p => p.LeftOn == null));
        Assert.Equal((20, 1), (await db.Staff.CountAsync(), await db.JobTitles.CountAsync()));
        Assert.Equal("person19@homes.example", (await db.Staff.SingleAsync(s => s.Name == "Person 19")).Email);
        Assert.Equal(new(2026, 11, 16), (await db.Agencies.SingleAsync(a => a.Id == borough.Homes.Id)).StaffListConfirmedOn);
        Assert.DoesNotContain(await desk.Rows(undone), r => r.Kept is not null);
    }

    [Fact]
    public async Task Undo_leaves_alone_what_someone_has_changed_since_and_says_why()
    {
        var import = await desk.Applied(await desk.StaffList(Head + People(1, 3)));
        await using (var db = database.Open())
        {
            (await db.Posts.SingleAsync(p => p.EmployeeNumber == "1")).Leave(database.Clock.Today);
            await db.SaveAsync(borough.Lead, "Left", CancellationToken.None);
            var second = await db.Staff.SingleAsync(s => s.Name == "Person 2");
            await borough.TrainedAsync(database, second, 1, new(2026, 1, 1));
        }
        var rows = await desk.Rows(await desk.Undone(import.Id));
        Assert.Equal(
            [
                "Someone has changed this job since, so it stays as it is now",
                "Something else has been recorded for this person since, so they stay, without this job", null
            ], rows.Select(r => r.Kept));
        await using var after = database.Open();
        Assert.Equal(["Person 1", "Person 2"], await after.Staff.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync());
        Assert.Equal(1, await after.Posts.CountAsync());
    }

    [Fact]
    public async Task Undo_ends_after_a_day()
    {
        var import = await desk.Applied(await desk.StaffList(Head + People(1, 3)));
        database.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(
            "An import can be undone for 24 hours. Upload a corrected file instead",
            (await Assert.ThrowsAsync<Refused>(() => desk.Undone(import.Id))).Message);
    }

    [Fact]
    public async Task The_columns_of_an_agency_are_remembered()
    {
        var first = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes("Who,Post held,Ref no\nAsha,Receptionist,1\n"));
        await using (var db = database.Open())
        {
            var import = await db.Imports.SingleAsync(i => i.Id == first);
            var answer = new ImportMeaning(
                new Dictionary<int, ImportField?> { [0] = ImportField.Name, [1] = ImportField.JobTitle, [2] = ImportField.EmployeeNumber },
                false, false);
            await new Portal.Features.Imports.Uploading.ConfirmColumns(db, ImportDesk.NoJobs).RunAsync(
                borough.Lead, first, import.Version, answer, CancellationToken.None);
        }
        await desk.Check();
        await desk.Applied(await desk.Load(first));
        var second = await desk.Load(await desk.Upload(
            ImportKind.StaffList, ImportDesk.Bytes("REF NO.,who,post-held\n1,Asha,Receptionist\n")));
        Assert.Equal(
            [ImportField.EmployeeNumber, ImportField.Name, ImportField.JobTitle],
            second.Columns.OrderBy(c => c.Number).Select(c => c.Field));
    }

    private static string People(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(i => $"{i},Person {i},person{i}@homes.example,Receptionist,1/2/2020\n"));
}
