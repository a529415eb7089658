using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// A date that can only be read one way says how the whole file is written: somebody is asked, once, before a row is read.
/// </summary>
public sealed class JudgingAColumnAsAWhole : InASmallBorough
{
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
    }

    [Fact]
    public async Task A_month_first_date_near_the_top_is_asked_about_with_the_columns()
    {
        var id = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes(
            "Name,Job title,Hire Date\nAsha Rahman,Receptionist,9/6/2025\nBen Okafor,Receptionist,3/15/2025\n"));
        Assert.Equal("3/15/2025", (await desk.Load(id)).DatesExample);
        Assert.Equal(
            "Select how the file writes dates", (await Assert.ThrowsAsync<Refused>(() => desk.ConfirmColumns(id))).Message);
        await desk.ConfirmColumns(id, dates: DateOrder.MonthFirst);
        await desk.Check();
        Assert.Equal(
            [new DateOnly(2025, 9, 6), new DateOnly(2025, 3, 15)],
            (await desk.Rows(await desk.Load(id))).Select(r => r.Job.StartedOn!.Value));
    }

    [Fact]
    public async Task One_far_below_sends_the_file_back_and_nothing_was_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 1_200).Select(i => $"{i},Person {i},Receptionist,1/2/2020\n"));
        var import = await desk.StaffList($"Employee number,Name,Job title,Start date\n{rows}1201,Last One,Receptionist,2/13/2020\n");
        Assert.Equal(
            (ImportState.Uploaded, "“2/13/2020” is no date with the day first. Say how this file writes dates", "2/13/2020"),
            (import.State, import.Notice, import.DatesExample));
        Assert.Empty(await desk.Rows(import));
        await desk.ConfirmColumns(import.Id, dates: DateOrder.MonthFirst);
        await desk.Check();
        Assert.Equal(new DateOnly(2020, 1, 2), (await desk.Rows(await desk.Load(import.Id)))[0].Job.StartedOn);
    }

    [Fact]
    public async Task Nothing_is_read_the_other_way_once_it_is_said()
    {
        var id = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes(
            "Name,Job title,Start date\nAsha Rahman,Receptionist,25/6/2025\nBen Okafor,Receptionist,3/15/2025\nCy Dale,Cook,2025-06-03\n"
                + "Di Eze,Cook,3 June 2025\n"));
        await desk.ConfirmColumns(id, dates: DateOrder.MonthFirst);
        await desk.Check();
        Assert.Equal(
            [null, new DateOnly(2025, 3, 15), new(2025, 6, 3), new(2025, 6, 3)],
            (await desk.Rows(await desk.Load(id))).Select(r => r.Job.StartedOn));
    }

    [Fact]
    public async Task Dates_that_are_all_of_them_days_first_ask_nobody()
    {
        var import = await desk.StaffList(
            "Name,Job title,Start date\nAsha Rahman,Receptionist,9/6/2025\nBen Okafor,Receptionist,25/3/2025\n");
        Assert.Equal((ImportState.Ready, null), (import.State, import.DatesExample));
    }
}
