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
    public async Task People_who_would_report_to_each_other_are_refused(int people)
    {
        var rows = Enumerable.Range(1, people).Select(n => $"{n},Person {n},p{n}@homes.example,Receptionist,,,{n % people + 1}");
        var import = await desk.StaffList(Head + string.Join('\n', rows)
            + "\n98,Outside Above,o@homes.example,Receptionist,,,\n99,Outside Below,b@homes.example,Receptionist,,,98");
        Assert.Equal((people, 2), (import.RefusedCount, import.NewCount));
        Assert.Equal(
            "Line manager “2” would report to Person 1, directly or through others, as well. Correct one of their rows",
            await desk.Problem(import, 2));
    }

    [Fact]
    public async Task A_circle_that_closes_over_people_already_here_is_refused()
    {
        await Applied(
            "1,Asha Rahman,asha@homes.example,Receptionist,,,\n2,Ben Okafor,ben@homes.example,Receptionist,,,1\n"
                + "3,Cy Dale,cy@homes.example,Receptionist,,,2");
        var import = await desk.StaffList(Head + "1,Asha Rahman,asha@homes.example,Receptionist,,,3");
        Assert.Equal(
            "Line manager “3” would report to Asha Rahman, directly or through others, as well. Correct one of their rows",
            await desk.Problem(import, 2));
        var moved = await desk.StaffList(
            Head + "1,Asha Rahman,asha@homes.example,Receptionist,,,3\n3,Cy Dale,cy@homes.example,Receptionist,,,98\n"
                + "98,Dee New,dee@homes.example,Receptionist,,,", replaces: import.Id);
        Assert.Equal((0, 2, 1), (moved.RefusedCount, moved.ChangedCount, moved.NewCount));
    }
}
