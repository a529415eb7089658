using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Jobs;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Requests;
using Portal.Features.Staff.Training;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>A day that a form takes, a file may say, and no other: a rule has one home.</summary>
public sealed class TheFormAndTheFile : InASmallBorough
{
    private const string StaffHead = "Employee number,Name,Work email,Job title,Start date,Leaving date,Line manager\n";
    private const string TrainingHead = "Employee number,Work email,Level,Date achieved,Certificate ends,Course,Provider,Reference\n";
    private static readonly DateOnly Today = new(2026, 11, 16);

    public static TheoryData<DateOnly, bool> Days => new()
    {
        { new(1949, 12, 31), false }, { new(1950, 1, 1), true }, { Today, true },
        { Today.AddYears(1), true }, { Today.AddYears(1).AddDays(1), false },
    };

    [Theory, MemberData(nameof(Days))]
    public async Task Agree_on_the_first_day_in_a_job(DateOnly day, bool isTaken)
    {
        var form = await AnswerAsync(db => new AddStaff(db, Database.Clock).RunAsync(Borough.Lead, New("1", day), default));
        var file = await FileAsync(desk => desk.StaffList($"{StaffHead}2,Ben Okafor,ben@homes.example,Receptionist,{Written(day)},,\n"));
        Assert.Equal((isTaken, form), (file is null, file));
    }

    [Theory, MemberData(nameof(Days))]
    public async Task Agree_on_the_day_someone_leaves(DateOnly day, bool isTaken)
    {
        Assert.Null(await AnswerAsync(db => new AddStaff(db, Database.Clock).RunAsync(Borough.Lead, New("1", null), default)));
        // The form's act takes the first day no longer in the job, the file says the last one in it, as the form's page does.
        var lastDay = Written(day.AddDays(-1));
        var file = await FileAsync(desk => desk.StaffList($"{StaffHead}1,Asha Rahman,asha@homes.example,Receptionist,,{lastDay},\n"));
        var form = await AnswerAsync(async db =>
        {
            var post = await db.Posts.AsNoTracking().SingleAsync();
            await new LeaveJob(db, Database.Clock).RunAsync(Borough.Lead, post.Id, day, post.Version, default);
        });
        Assert.Equal((isTaken, isTaken), (form is null, file is null));
    }

    public static TheoryData<DateOnly, DateOnly?, bool> Training => new()
    {
        { new(1989, 12, 31), null, false }, { new(1990, 1, 1), null, true }, { Today, null, true }, { Today.AddDays(1), null, false },
        { new(2026, 2, 1), new(2026, 1, 31), false }, { new(2026, 2, 1), new(2026, 2, 1), false },
        { new(2026, 2, 1), new(2026, 2, 2), true },
    };

    [Theory, MemberData(nameof(Training))]
    public async Task Agree_on_the_days_of_a_certificate(DateOnly achieved, DateOnly? ends, bool isTaken)
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        var file = await FileAsync(desk => desk.Training($"{TrainingHead},asha@homes.example,1,{Written(achieved)},{Written(ends)},,,\n"));
        var form = await AnswerAsync(db => new RecordTraining(db, new(db, Database.Clock), Database.Clock)
            .RunAsync(Borough.Lead, asha.Id, new(1, "Level 1 training", null, null, achieved, ends), null, default));
        Assert.Equal((isTaken, form), (file is null, file));
    }

    private static AddStaff.Entry New(string number, DateOnly? day) =>
        new("Asha Rahman", "asha@homes.example", "Receptionist", number, day, null);

    private static string Written(DateOnly? day) => day?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Why a form's act refuses; null when it does not.</summary>
    private async Task<string?> AnswerAsync(Func<PortalDb, Task> act)
    {
        await using var db = Database.Open();
        try
        {
            await act(db);
            return null;
        }
        catch (Refused no)
        {
            return no.Message;
        }
    }

    /// <summary>Why the one row of a file is refused; null when it is not.</summary>
    private async Task<string?> FileAsync(Func<ImportDesk, Task<Import>> upload)
    {
        var desk = new ImportDesk(Database, Borough.Lead);
        return Assert.Single(await desk.Rows(await upload(desk))).Problem;
    }
}
