using Portal.Features.Imports.Uploading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>The likeliest column and sheet are taken, not the first; and what was left out once hides nothing that must be there.</summary>
public sealed class GuessingColumns : InASmallBorough
{
    private ImportDesk desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
    }

    [Theory]
    [InlineData(
        "username,firstname,lastname,email,position", "asutton,Alice,Sutton,a@homes.example,Cook", "FirstName LastName Email JobTitle")]
    [InlineData("Login,Work email,Name,Job", "a@homes.example,b@homes.example,Al,Cook", "Email Name JobTitle")]
    [InlineData("Name,Name,Job title", "Alice Sutton,Alice,Cook", "Name JobTitle")]
    [InlineData("Title,Name,Position", "Mrs,Alice Sutton,Cook", "Name JobTitle")]
    [InlineData("Title,Full Name", "Cook,Alice Sutton", "JobTitle Name")]
    public async Task The_best_column_is_taken_for_each_meaning(string headings, string row, string expected)
    {
        var import = await desk.Load(await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes($"{headings}\n{row}\n")));
        Assert.Equal(expected, string.Join(' ', import.Columns.OrderBy(c => c.Number).Select(c => c.Field).OfType<ImportField>()));
    }

    [Theory]
    [InlineData("Email,Level,Attended,Date", "a@homes.example,1,Yes,1/2/2026", "Email Level Result AchievedOn")]
    [InlineData("Email,Level,Attended", "a@homes.example,1,1/2/2026", "Email Level AchievedOn")]
    [InlineData("Email,Completed,DA Level 2", "a@homes.example,Yes,1/2/2026", "Email Result CourseColumn")]
    public async Task What_stands_in_the_cells_counts(string headings, string row, string expected)
    {
        var import = await desk.Load(await desk.Upload(ImportKind.Training, ImportDesk.Bytes($"{headings}\n{row}\n")));
        Assert.Equal(expected, string.Join(' ', import.Columns.OrderBy(c => c.Number).Select(c => c.Field).OfType<ImportField>()));
    }

    [Fact]
    public async Task A_second_column_of_the_same_heading_is_not_remembered_as_left_out()
    {
        var first = await desk.StaffList("Name,Name,Job title\nAlice Sutton,Alice,Cook\n");
        await desk.Discard(first.Id);
        var next = await desk.Load(await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes("Name,Job title\nAlice Sutton,Cook\n")));
        Assert.Equal(ImportField.Name, next.Columns.Single(c => c.Heading == "Name").Field);
    }

    [Fact]
    public async Task What_was_left_out_stays_so_unless_the_file_could_not_be_read_without_it()
    {
        var id = await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes("Full name,Name,Role,Manager\nAl Sutton,Al,Cook,Bo\n"));
        await using (var db = Database.Open())
        {
            var fields = new Dictionary<int, ImportField?> { [0] = ImportField.Name, [1] = null, [2] = ImportField.JobTitle, [3] = null };
            await new ConfirmColumns(db, ImportDesk.NoJobs).RunAsync(
                Borough.Lead, id, (await desk.Load(id)).Version, new(fields, IsFullList: false, FromTrainingSystem: false), default);
        }
        await desk.Check();
        await desk.Discard(id);
        var next = await desk.Load(await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes("Name,Role,Manager\nAl Sutton,Cook,Bo\n")));
        Assert.Equal([ImportField.Name, ImportField.JobTitle, null], next.Columns.OrderBy(c => c.Number).Select(c => c.Field));
    }

    [Fact]
    public async Task The_sheet_that_can_be_seen_and_is_known_best_is_read_and_another_can_be_chosen()
    {
        var file = Workbooks.OfSheets(
            new("Old", [["Name", "Job title"], ["Left Longago", "Cook"]], IsHidden: true),
            new("Read me", [["HR monthly extract"], ["Do not change"]]),
            new("Staff", [["Name", "Job title"], ["Al Sutton", "Cook"]]),
            new("More", [["Name", "Ward"], ["Bo Deputy", "North"]]));
        var id = await desk.Upload(ImportKind.StaffList, file);
        var import = await desk.Load(id);
        Assert.Equal(("Staff", "Read me\nStaff\nMore"), (import.Sheet, import.Sheets));
        await using (var db = Database.Open())
            await new ChooseSheet(db, new(db, Database.Clock)).RunAsync(Borough.Lead, id, import.Version, "More", default);
        import = await desk.Load(id);
        Assert.Equal(["Name", "Ward"], import.Columns.OrderBy(c => c.Number).Select(c => c.Heading));
        await using (var db = Database.Open())
            await Assert.ThrowsAsync<Refused>(
                () => new ChooseSheet(db, new(db, Database.Clock)).RunAsync(Borough.Lead, id, import.Version, "Old", default));
        await desk.ConfirmColumns(id, everyonesTitle: "Cook");
        await desk.Check();
        Assert.Equal("Bo Deputy", Assert.Single(await desk.Rows(await desk.Load(id))).Person.Name);
    }
}
