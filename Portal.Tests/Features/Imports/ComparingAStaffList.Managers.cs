using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Features.Imports;

public sealed partial class ComparingAStaffList
{
    [Fact]
    public async Task A_manager_may_stand_anywhere_in_the_file()
    {
        await Applied("1,Asha Rahman,asha@homes.example,Receptionist,,,boss@homes.example\n2,Bo Ss,boss@homes.example,Housing officer,,,");
        await using var db = database.Open();
        var boss = await db.Staff.SingleAsync(s => s.Name == "Bo Ss");
        Assert.Equal(1, await db.Posts.CountAsync(p => p.ManagerId == boss.Id));
    }

    [Theory, InlineData(2), InlineData(3), InlineData(40)]
    public async Task People_who_would_report_to_each_other_are_taken_without_a_manager(int people)
    {
        var rows = Enumerable.Range(1, people).Select(n => $"{n},Person {n},p{n}@homes.example,Receptionist,,,{n % people + 1}");
        var import = await desk.StaffList(Head + string.Join('\n', rows)
            + "\n98,Outside Above,o@homes.example,Receptionist,,,\n99,Outside Below,b@homes.example,Receptionist,,,98");
        Assert.Equal((0, people + 2, people), (import.RefusedCount, import.NewCount, import.NotedCount));
        Assert.Equal(
            "Line manager “2” would report to Person 1, directly or through others, as well, so is left out", await NoteAsync(import, 2));
    }

    [Fact]
    public async Task A_circle_that_closes_over_people_already_here_changes_nothing()
    {
        await Applied(
            "1,Asha Rahman,asha@homes.example,Receptionist,,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,1\n"
                + "3,Cy Dale,cy@homes.example,Receptionist,,,2");
        var import = await desk.StaffList(Head + "1,Asha Rahman,asha@homes.example,Receptionist,,,3");
        Assert.Equal((1, 1), (import.UnchangedCount, import.NotedCount));
        Assert.Equal(
            "Line manager “3” would report to Asha Rahman, directly or through others, as well, so is left out",
            await NoteAsync(import, 2));
        var moved = await desk.StaffList(
            Head + "1,Asha Rahman,asha@homes.example,Receptionist,,,3\n3,Cy Dale,cy@homes.example,Receptionist,,,98\n"
                + "98,Dee New,dee@homes.example,Receptionist,,,", replaces: import.Id);
        Assert.Equal((0, 2, 1), (moved.NotedCount, moved.ChangedCount, moved.NewCount));
    }

    [Theory]
    [InlineData("1"), InlineData("ASHA@homes.example"), InlineData("Asha Rahman"), InlineData("asha rahman")]
    [InlineData("\"RAHMAN, Asha\"")]
    public async Task A_manager_is_found_by_number_email_or_a_name_that_one_person_has(string manager)
    {
        await Applied(
            $"1,Asha Rahman,asha@homes.example,Housing officer,,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,{manager}");
        await using var db = database.Open();
        var asha = await db.Staff.SingleAsync(s => s.Name == "Asha Rahman");
        Assert.Equal(asha.Id, (await db.Posts.SingleAsync(p => p.EmployeeNumber == "2")).ManagerId);
    }

    public static TheoryData<string, string> Managers => new()
    {
        { "1,Asha Rahman,asha@homes.example,Receptionist,,,1", "Asha Rahman cannot be their own line manager, so it is left out" },
        {
            "1,Asha Rahman,asha@homes.example,Receptionist,,,ASHA@homes.example",
            "Asha Rahman cannot be their own line manager, so it is left out"
        },
        {
            "1,Asha Rahman,asha@homes.example,Receptionist,,,Asha Rahman",
            "Asha Rahman cannot be their own line manager, so that is left out"
        },
        {
            "1,Asha Rahman,asha@homes.example,Receptionist,,,999",
            "Line manager “999” is not on the staff list or in this file, so is left out"
        },
        {
            "7,Cy Dale,,Receptionist,,1/5/2026,\n9,Asha Rahman,a@homes.example,Officer,,,7",
            "The row of the line manager “7” is refused, so they are left out"
        },
        {
            "7,Cy Dale,,Receptionist,,,\n8,Dale Cy,,Cook,,,\n9,Asha Rahman,a@homes.example,Officer,,,Cy Dale",
            "Several people are called Cy Dale, so the line manager is left out. Give their employee number or work email"
        },
    };

    [Theory, MemberData(nameof(Managers))]
    public async Task A_manager_who_cannot_be_costs_nobody_their_row(string rows, string note)
    {
        var import = await desk.StaffList(Head + rows);
        var last = (await desk.Rows(import))[^1];
        Assert.Equal((ImportVerdict.New, null), (last.Verdict, last.Job.ManagerId));
        Assert.Equal(note, await NoteAsync(import, last.Number));
        await desk.Applied(import);
    }

    [Theory, InlineData("XX"), InlineData("n/a"), InlineData("-"), InlineData("TBC"), InlineData("None"), InlineData("–")]
    public async Task No_manager_at_the_top_is_no_manager_and_those_below_have_theirs(string nobody)
    {
        var import = await desk.StaffList(Head
            + $"1,Ada Chief,ada@homes.example,Officer,,,{nobody}\n2,Bo Deputy,bo@homes.example,Officer,,,1\n"
            + "3,Cy Low,cy@homes.example,Cook,,,2");
        Assert.Equal((3, 0, 0), (import.NewCount, import.RefusedCount, import.NotedCount));
        Assert.Equal(2, (await desk.Rows(import)).Count(r => r.Job.ManagerId is not null));
    }

    private async Task<string?> NoteAsync(Import import, int number) =>
        (await desk.Rows(import)).Single(r => r.Number == number) is var row ? row.Note ?? row.ManagerNote : null;
}
