using Portal.Features.Imports;
using Portal.Features.Imports.Uploading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>People down, courses across, a day where they meet: how most agencies keep their training.</summary>
public sealed class ReadingATrainingMatrix : InASmallBorough
{
    private const string Matrix = """
        Training matrix 2026

        Name,Date of birth,Manual handling,DA Level 1,DA (L2)
        Asha Rahman,1/4/1990,1/2/2026,3/2/2026,
        Ben Okafor,,,Completed 4/2/2026,Booked
        "DALE, Cy",5/5/1980,2/2/2026,n/a,Y
        Zoe Stranger,,,5/2/2026,
        Di Eze,,,,soon
        """;

    private ImportDesk desk = null!;
    private Import import = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        foreach (var name in new[] { "Asha Rahman", "Ben Okafor", "Cy Dale", "Di Eze" })
            await Borough.HasAsync(Database, name, Borough.Reception);
        import = await ReadAsync(ImportDesk.Bytes(Matrix));
    }

    [Fact]
    public async Task Each_filled_cell_is_a_row_of_the_line_where_it_stands() => Assert.Equal(
        [
            (4, "DA Level 1", ImportVerdict.New), (5, "DA Level 1", ImportVerdict.New), (5, "DA (L2)", ImportVerdict.NotCounted),
            (6, "DA (L2)", ImportVerdict.NotCounted), (7, "DA Level 1", ImportVerdict.Refused), (8, "DA (L2)", ImportVerdict.Refused),
        ],
        (await desk.Rows(import)).Select(r => (r.Line!.Value, r.Training.Course!, r.Verdict!.Value)));

    [Fact]
    public async Task Each_cell_says_why_it_does_not_count_or_is_refused() => Assert.Equal(
        [
            "The cell says “Booked”", "The cell says “Y” but no day, so nobody knows until when it counts",
            "No one on the staff list has the name “Zoe Stranger”. Correct it, or import the staff list first",
            "“soon” is not a date. Write it like 31/3/2026",
        ],
        (await desk.Rows(import)).Select(r => r.NotCounted ?? r.Problem).OfType<string>());

    [Fact]
    public async Task The_next_month_it_is_known_and_what_was_recorded_is_unchanged()
    {
        await desk.Applied(import);
        var again = await desk.Training(Matrix);
        Assert.Equal((0, 2, 2), (again.NewCount, again.UnchangedCount, again.NotCountedCount));
    }

    [Fact]
    public async Task A_workbook_is_read_alike()
    {
        await desk.Discard(import.Id);
        var workbook = await ReadAsync(Workbooks.Of(
            ["Name", "DA Level 1", "DA (L2)"], ["Asha Rahman", new DateOnly(2026, 2, 3), null],
            ["Ben Okafor", null, new DateOnly(2026, 2, 4)]));
        Assert.Equal((2, 0), (workbook.NewCount, workbook.RefusedCount));
    }

    [Fact]
    public async Task Refused_cells_come_back_as_the_lines_they_stand_in()
    {
        await using var db = Database.Open();
        var answer = (await new RefusedRows(db, new(db, Database.Clock)).RunAsync(Borough.Lead, import.Id, default))!;
        Assert.Equal(
            [(7, "Zoe Stranger"), (8, "Di Eze")], (await answer.Rows.ToListAsync()).Select(r => (r.Number, r.Cells[0]!)));
    }

    /// <summary>The courses become levels, as a person says on the page of levels.</summary>
    private async Task<Import> ReadAsync(byte[] file)
    {
        var read = await desk.Preview(ImportKind.Training, file, verified: true);
        await using (var db = Database.Open())
        {
            var levels = new Dictionary<string, int?>
            {
                ["DA Level 1"] = 1, ["DA (L2)"] = 2, ["Manual handling"] = CourseLevel.NotPart,
            };
            await new MatchCourses(db, ImportDesk.NoJobs, Database.Clock).RunAsync(Borough.Lead, read.Id, read.Version, levels, default);
        }
        await desk.Check();
        return await desk.Load(read.Id);
    }
}
