using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed class TwoImportsOfAnAgency : IAsyncLifetime
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
    public async Task Cannot_interleave()
    {
        await desk.StaffList(Head + People(1, 2));
        var no = await Assert.ThrowsAsync<Refused>(() => desk.Upload(ImportKind.Training, ImportDesk.Bytes("a,b\n1,2\n")));
        Assert.Equal(
            "file.csv, which Tess Lead uploaded on 16 Nov 2026, 9am, is ready to apply. Replace it, or finish it first, so that the "
                + "two do not mix", no.Message);
        await new ImportDesk(database, borough.OtherLead).StaffList(Head + People(1, 2));
    }

    [Fact]
    public async Task Uploaded_at_the_same_moment_end_with_one()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try { return (await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes(Head + People(i, 1)))).ToString(); }
            catch (Refused no) { return no.Message; }
        }));
        Assert.Equal(
            3, outcomes.Count(o => o.Contains("waiting for its columns. Replace it, or finish it first", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_that_waits_makes_room_for_another_and_leaves_no_one_staged()
    {
        var waiting = await desk.StaffList(Head + People(1, 2));
        var next = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes(Head + People(1, 3)), replaces: waiting.Id);
        Assert.Equal((ImportState.Discarded, ImportState.Uploaded), ((await desk.Load(waiting.Id)).State, (await desk.Load(next)).State));
        Assert.Empty(await desk.Rows(waiting));
    }

    [Fact]
    public async Task Nobody_replaces_what_was_agreed_to_or_what_they_have_not_seen()
    {
        var first = await desk.StaffList(Head + People(1, 2));
        var second = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes(Head + People(1, 3)), replaces: first.Id);
        var stale = await Assert.ThrowsAsync<Refused>(() => desk.Upload(
            ImportKind.StaffList, ImportDesk.Bytes(Head + People(1, 4)), replaces: first.Id));
        Assert.Equal("Replaces", stale.Field);
        await desk.ConfirmColumns(second);
        await desk.Check();
        await desk.Agree(second);
        var late = await Assert.ThrowsAsync<Refused>(() => desk.Upload(
            ImportKind.StaffList, ImportDesk.Bytes(Head + People(1, 4)), replaces: second));
        Assert.EndsWith("is being applied. Wait until that is done, so that the two do not mix", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_agreed_to_for_a_fortnight_is_discarded()
    {
        var abandoned = await desk.StaffList(Head + People(1, 2));
        database.Time.Advance(TimeSpan.FromDays(13));
        Assert.Null(await desk.DiscardAbandoned());
        database.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("Discarded 1 file that nobody had agreed to for 14 days", await desk.DiscardAbandoned());
        Assert.Equal(ImportState.Discarded, (await desk.Load(abandoned.Id)).State);
        Assert.Empty(await desk.Rows(abandoned));
    }

    private static string People(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(i => $"{i},Person {i},person{i}@homes.example,Receptionist,1/2/2020\n"));
}
