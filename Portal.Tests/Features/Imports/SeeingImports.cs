using Microsoft.EntityFrameworkCore;
using Portal.Features.Imports;
using Portal.Features.Imports.Uploading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed class SeeingImports : InASmallBorough
{
    private static readonly CancellationToken None = CancellationToken.None;
    private Import import = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        import = await new ImportDesk(
            Database, Borough.Lead).StaffList("Name,Email,Job\nAsha Khan,asha@homes.example,Caretaker\n,=cmd@homes.example,\"=1+1\"\n");
    }

    [Fact]
    public async Task Another_agency_does_not_find_it()
    {
        await using var db = Database.Open();
        foreach (var viewer in new[]
        {
            Borough.OtherLead, Borough.Executive, Borough.Commissioner, Borough.Lead with { PartnershipId = Id<Partnership>.New() }
        })
        {
            Assert.Null(await new ImportView(db, ImportDesk.ANode(Database), Database.Clock).RunAsync(viewer, import.Id, None));
            Assert.Empty((await new ImportRowList(db, new(db)).RunAsync(viewer, import.Id, new(ImportVerdict.Changed), 1, None)).Rows);
            Assert.Null(await new RefusedRows(db, new(db, Database.Clock)).RunAsync(viewer, import.Id, None));
            Assert.Empty((await new ImportList(db).RunAsync(viewer, 1, None)).Rows);
            var discard = new DiscardImport(db, new(db, Database.Clock));
            await Assert.ThrowsAsync<Refused>(() => discard.RunAsync(viewer, import.Id, import.Version, None));
            await Assert.ThrowsAsync<Refused>(() => new AgreeImport(db, ImportDesk.NoJobs).RunAsync(
                viewer, import.Id, import.Version, default, None));
        }
    }

    [Fact]
    public async Task Each_change_is_shown_from_old_to_new()
    {
        await using var db = Database.Open();
        var row = Assert.Single((await new ImportRowList(db, new(db)).RunAsync(
            Borough.Lead, import.Id, new(ImportVerdict.Changed), 1, None)).Rows);
        Assert.Equal(
            [("Name", "Asha Rahman", "Asha Khan"), ("Job title", "Receptionist", "Caretaker")],
            row.Changes.Select(c => (c.Field, c.Old!, c.New!)));
    }

    [Fact]
    public async Task The_title_that_waits_for_mapping_is_named()
    {
        await using var db = Database.Open();
        var details = (await new ImportView(db, ImportDesk.ANode(Database), Database.Clock).RunAsync(Borough.Lead, import.Id, None))!;
        Assert.Equal(new ImportView.Term("Caretaker", false), Assert.Single(details.Terms));
    }

    [Fact]
    public async Task Refused_rows_come_back_in_the_columns_of_the_file()
    {
        await using var db = Database.Open();
        var answer = (await new RefusedRows(db, new(db, Database.Clock)).RunAsync(Borough.Lead, import.Id, None))!;
        Assert.Equal(["Name", "Email", "Job"], answer.Headings);
        var row = Assert.Single(await answer.Rows.ToListAsync());
        Assert.Equal((3, "Name is missing"), (row.Number, row.Problem));
        Assert.Equal<IEnumerable<string?>>([null, "=cmd@homes.example", "=1+1"], row.Cells);
    }

    [PostgresFact]
    public async Task Every_node_sees_how_far_one_has_come()
    {
        var desk = new ImportDesk(Database, Borough.Lead);
        import = await desk.StaffList(
            "Name,Email,Job\n" + string.Concat(Enumerable.Range(1, 15).Select(i => $"Person {i},person{i}@homes.example,Caretaker\n")),
            replaces: import.Id);
        await desk.Agree(import.Id);
        await using var db = Database.Open();
        var there = ImportDesk.ANode(Database);
        async Task<int> DoneAsync() => (await new ImportView(db, there, Database.Clock).RunAsync(Borough.Lead, import.Id, None))!.Done;
        Assert.Equal(0, await DoneAsync());

        await using var other = Database.Open();
        Task applying;
        await using (var held = await other.Database.BeginTransactionAsync())
        {
            // People can be written, and what comes after them waits.
            await other.Database.ExecuteSqlRawAsync("""LOCK TABLE "Posts" IN SHARE MODE""");
            applying = Task.Run(desk.Apply);
            for (var tries = 0; await DoneAsync() == 0 && tries < 200; tries++) await Task.Delay(50);
            Assert.InRange(await DoneAsync(), 1, import.Total);
            Assert.Equal(ImportState.Queued, (await db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id)).State);
        }
        await applying;
    }

    [Fact]
    public async Task Someone_who_saw_an_older_version_is_told()
    {
        await using var db = Database.Open();
        var no = await Assert.ThrowsAsync<Refused>(() => new AgreeImport(db, ImportDesk.NoJobs).RunAsync(
            Borough.Lead, import.Id, import.Version - 1, default, None));
        Assert.Equal("Someone changed this while you were looking. Check it and try again", no.Message);
    }

    [Fact]
    public async Task From_a_person_the_imports_that_changed_them_are_found()
    {
        await new ImportDesk(Database, Borough.Lead).Applied(import);
        await using var db = Database.Open();
        var asha = db.Staff.Single(s => s.Name == "Asha Khan");
        var answer = (await new PersonImports(db, Database.Clock).RunAsync(Borough.Lead, asha.Id, 1, None))!;
        Assert.Equal(
            ("file.csv", 2, ImportVerdict.Changed),
            Assert.Single(answer.Rows.Rows) is var row ? (row.FileName, row.Number, row.Verdict) : default);
        Assert.Null(await new PersonImports(db, Database.Clock).RunAsync(Borough.OtherLead, asha.Id, 1, None));
    }

    [Fact]
    public async Task The_template_can_be_uploaded_as_it_is_and_changes_nothing()
    {
        await using var db = Database.Open();
        var rows = await new ImportTemplate(db, Database.Clock).RunAsync(Borough.Lead, ImportKind.StaffList).ToListAsync();
        Assert.Equal(["Asha Rahman"], rows.Select(r => r.Cells[ImportField.Name]));
        await new DiscardImport(db, new(db, Database.Clock)).RunAsync(Borough.Lead, import.Id, import.Version, None);
        var fields = ImportFields.Template(ImportKind.StaffList);
        var csv = string.Join(',', fields.Select(f => f.Words())) + "\n" + string.Join(',', fields.Select(f => rows[0].Cells[f]));
        Assert.Equal(
            (1, 0),
            (await new ImportDesk(Database, Borough.Lead).StaffList(csv)) is var again ? (again.UnchangedCount, again.ToApply) : default);
    }
}
