using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// A list counts as complete when somebody says so who knows what was refused; and too many new people are asked about, too.
/// </summary>
public sealed class ConfirmingACompleteList : InASmallBorough
{
    private const string Head = "Employee number,Name,Work email,Job title\n";
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        await desk.Applied(await desk.StaffList(Head + People(1, 10)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task With_refused_rows_it_is_as_complete_as_is_said(bool isComplete)
    {
        var import = await desk.StaffList(
            Head + People(1, 10) + "11,,new@homes.example,Receptionist\n12,Nia Best,nia@homes.example,Cook\n", fullList: true);
        Assert.Equal(
            "Select whether the list is complete", (await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id))).Message);
        await desk.Applied(import, new ImportAnswers(IsComplete: isComplete));
        Assert.Equal(isComplete ? Database.Clock.Today : null, await ConfirmedAsync());
    }

    [Fact]
    public async Task When_nothing_changes_and_rows_were_refused_there_is_nothing_to_apply_unless_it_is_complete()
    {
        var import = await desk.StaffList(Head + People(1, 10) + "11,,new@homes.example,Receptionist\n", true);
        var no = await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id, new ImportAnswers(IsComplete: false)));
        Assert.StartsWith("Nothing in this file would change anything", no.Message, StringComparison.Ordinal);
        await desk.Applied(import, new ImportAnswers(IsComplete: true));
        Assert.Equal(Database.Clock.Today, await ConfirmedAsync());
    }

    [Fact]
    public async Task Without_refused_rows_agreeing_confirms_it_and_undoing_takes_that_back()
    {
        var import = await desk.Applied(await desk.StaffList(Head + People(1, 10), true));
        Assert.Equal(Database.Clock.Today, await ConfirmedAsync());
        await desk.Undone(import.Id);
        Assert.Null(await ConfirmedAsync());
    }

    [Fact]
    public async Task As_many_new_people_as_another_agencys_file_has_are_typed()
    {
        var import = await desk.StaffList(Head + People(100, 20));
        Assert.True(import.NeedsBrakeForNew);
        Assert.Equal(
            "20 would join a list of 10. Type 20 to confirm, or discard this file",
            (await Assert.ThrowsAsync<Refused>(() => desk.Agree(import.Id))).Message);
        Assert.Equal(ImportState.Applied, (await desk.Applied(import, new ImportAnswers(Newcomers: "20"))).State);
    }

    private async Task<DateOnly?> ConfirmedAsync()
    {
        await using var db = Database.Open();
        return (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).StaffListConfirmedOn;
    }

    private static string People(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(i => $"{i},Person {i},person{i}@homes.example,Receptionist\n"));
}
