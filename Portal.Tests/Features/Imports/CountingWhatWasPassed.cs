using Microsoft.EntityFrameworkCore;
using Portal.Features.Imports;
using Portal.Features.Imports.Uploading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>Only what was passed, completed or attended is training; the rest is listed, and nothing is recorded from it.</summary>
public sealed class CountingWhatWasPassed : InASmallBorough
{
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        await Borough.HasAsync(Database, "Ben Okafor", Borough.Reception, email: "ben@homes.example");
    }

    [Theory]
    [InlineData("Status", "Completed", true), InlineData("Outcome", "ATTENDED", true), InlineData("Result", "Pass", true)]
    [InlineData("Competence Match", "Yes", true), InlineData("Attended", "Y", true)]
    [InlineData("Status", "Failed", false), InlineData("Outcome", "Did not attend", false), InlineData("Status", "In progress", false)]
    [InlineData("Outcome", "Booked", false), InlineData("Competence match", "No", false), InlineData("Completed", "No", false)]
    [InlineData("Result", "somehow", false), InlineData("Result", "", false)]
    public async Task A_result_says_whether_the_row_counts(string heading, string result, bool counts)
    {
        // A second row, so that a column of one letter is known by its neighbour.
        var import = await desk.Training(
            $"Email,Level,Date,{heading}\nasha@homes.example,1,1/2/2026,{result}\nben@homes.example,1,1/2/2026,Yes\n");
        var row = (await desk.Rows(import))[0];
        Assert.Equal((counts ? ImportVerdict.New : ImportVerdict.NotCounted, null), (row.Verdict, row.Problem));
        await desk.Applied(import);
        await using var db = Database.Open();
        Assert.Equal(counts ? 2 : 1, await db.TrainingRecords.CountAsync());
    }

    [Fact]
    public async Task What_does_not_count_needs_no_correction()
    {
        var import = await desk.Training("Email,Course,Completion Date,Status\nnobody@homes.example,Knitting,,Failed\n");
        Assert.Equal((1, 0), (import.NotCountedCount, import.RefusedCount));
        Assert.Equal("The result is “Failed”", Assert.Single(await desk.Rows(import)).NotCounted);
    }

    [Fact]
    public async Task A_course_that_is_not_part_of_this_training_is_said_once_and_never_refused_again()
    {
        const string file = "Email,Course,Date\nasha@homes.example,Fire safety,1/2/2026\nasha@homes.example,Level 1,1/2/2026\n";
        var import = await desk.Training(file);
        Assert.Equal((1, 1), (import.RefusedCount, import.NewCount));
        await using (var db = Database.Open())
            await new MatchCourses(db, ImportDesk.NoJobs, Database.Clock).RunAsync(
                Borough.Lead, import.Id, import.Version, new Dictionary<string, int?> { ["Fire safety"] = CourseLevel.NotPart }, default);
        await desk.Check();
        import = await desk.Load(import.Id);
        Assert.Equal((1, 0, 1), (import.NotCountedCount, import.RefusedCount, import.NewCount));
        Assert.Equal("“Fire safety” is not part of this training", (await desk.Rows(import))[0].NotCounted);
    }

    [Fact]
    public async Task Whoever_is_meant_is_named_though_the_row_is_refused()
    {
        var import = await desk.Training("Email,Course,Date\nasha@homes.example,Knitting,1/2/2026\n");
        await using var db = Database.Open();
        var rows = await new ImportRowList(db, new(db)).RunAsync(Borough.Lead, import.Id, new(ImportVerdict.Refused), 1, default);
        Assert.Equal("Asha Rahman", Assert.Single(rows.Rows).Name);
    }

    [Fact]
    public async Task A_course_that_the_agencys_records_carry_is_known()
    {
        await desk.Applied(await desk.Training("Email,Level,Course,Date\nasha@homes.example,2,Ask and act (e-learning),1/2/2026\n"));
        var import = await desk.Training("Email,Course,Date\nben@homes.example,ASK AND ACT (e-learning),1/3/2026\n");
        Assert.Equal((1, 2), (import.NewCount, Assert.Single(await desk.Rows(import)).Training.LevelNumber));
    }

    [Theory]
    [InlineData("Asha Rahman", ImportVerdict.New), InlineData("\"RAHMAN, Asha\"", ImportVerdict.New)]
    [InlineData("Zoe Stranger", ImportVerdict.Refused)]
    public async Task A_name_alone_finds_whoever_alone_has_it(string name, ImportVerdict verdict)
    {
        var import = await desk.Training($"Name,Training,Date\n{name},Level 1,18/1/26\n");
        Assert.Equal(verdict, Assert.Single(await desk.Rows(import)).Verdict);
    }

    [Fact]
    public async Task A_name_that_two_have_finds_neither()
    {
        await Borough.HasAsync(Database, "asha rahmān", Borough.Officer);
        var import = await desk.Training("Name,Training,Date\nAsha Rahman,Level 1,18/1/26\n");
        Assert.StartsWith(
            "Several people on the staff list are called Asha Rahman", await desk.Problem(import, 2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asha Khan", null), InlineData("Rahman Asha", null), InlineData("Zoe Stranger", Identity.OtherName)]
    public async Task An_address_alone_is_not_enough_for_somebody_elses_name(string name, string? problem) =>
        Assert.Equal(problem, await desk.Problem(await desk.Training($"Name,Email,Level,Date\n{name},asha@homes.example,1,1/2/2026\n"), 2));

    [Fact]
    public async Task Training_sent_back_as_it_was_downloaded_changes_nothing()
    {
        await Borough.HasAsync(Database, "Di Eze", Borough.Reception);
        await desk.Applied(await desk.Training(
            "Name,Level,Date,Course,Provider\nDi Eze,1,1/2/2026,Basics,Trainers\nAsha Rahman,2,1/3/2026,More,\n"
            + "Asha Rahman,1,1/3/2025,,\n"));
        await using var db = Database.Open();
        var csv = "Employee number,Name,Work email,Level,Date achieved,Certificate ends,Course,Provider,Reference\n";
        await foreach (var row in new ImportTemplate(db, Database.Clock).RunAsync(Borough.Lead, ImportKind.Training))
            csv += string.Join(',', ImportFields.Template(ImportKind.Training)
                .Select(f => row.Cells[f] is DateOnly day ? $"{day:O}" : row.Cells[f])) + "\n";
        var import = await desk.Training(csv);
        Assert.Equal((3, 3), (import.UnchangedCount, import.Total));
    }
}
