using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>
/// SQLite answers just as it does on a full disk when its file may not grow. Nothing is half done; people are told that it
/// was not saved, can read on, and go on from there when there is room again.
/// </summary>
public sealed class RunningOutOfDisk : IAsyncLifetime
{
    private static readonly byte[] StaffList = Encoding.UTF8.GetBytes("Name,E-mail,Job\n"
        + string.Concat(Enumerable.Range(1, 20_000).Select(n => $"Person Number {n},person.{n}@staff-list.example,Caretaker\n")));
    private readonly Disk disk = new();
    private PortalApp app = null!;
    private FrontDoor lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        app.Replace = services => services.ConfigureDbContext<SqlitePortalDb>(db => db.AddInterceptors(disk));
        lead = await app.SignedInAs(Role.TrainingLead);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_upload_is_kept_whole_or_not_at_all()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "A server's disk cannot be filled from here");
        var before = await CountAsync();
        disk.IsFull = true;
        (await UploadAsync()).Answers(HttpStatusCode.InternalServerError)
            .Shows("Something went wrong on our side", "What you did was not saved");
        Assert.Equal(before, await CountAsync());
        (await lead.Open("/Staff")).Answers(HttpStatusCode.OK);

        disk.IsFull = false;
        (await UploadAsync()).Answers(HttpStatusCode.OK).Shows("Which column is which?");
        Assert.NotEqual(before, await CountAsync());
    }

    [Fact]
    public async Task Of_an_upload_that_fits_in_part_nothing_stays_and_there_is_as_much_room_as_before()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "A server's disk cannot be filled from here");
        var before = await CountAsync();
        disk.MostPages = 1_000 + await app.In((PortalDb db) =>
            db.Database.SqlQuery<uint>($"SELECT page_count AS Value FROM pragma_page_count").SingleAsync());
        var rows = Enumerable.Range(1, 200_000).Select(n => $"Person Number {n},person.{n}@staff-list.example,Caretaker\n");
        var large = Encoding.UTF8.GetBytes("Name,E-mail,Job\n" + string.Concat(rows));
        (await UploadAsync(large)).Answers(HttpStatusCode.InternalServerError);
        Assert.Equal(before, await CountAsync());
        (await UploadAsync()).Answers(HttpStatusCode.OK).Shows("Which column is which?");
    }

    /// <summary>So many join so few that their number is typed.</summary>
    private static async Task ApplyAsync(WebPage preview) => (await (await preview.Press("Continue"))
        .Fill("To confirm, type how many join: 20000", "20000").Press("Apply")).Answers(HttpStatusCode.OK);

    [Fact]
    public async Task An_import_that_finds_no_room_changes_nobody_and_is_applied_when_there_is_some()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "A server's disk cannot be filled from here");
        var page = await (await UploadAsync()).Choose("Is this file the full list of your staff?", "No, only some people")
            .Press("Check the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(default));
        var preview = await lead.Open(page.Path);
        await ApplyAsync(preview);
        var staff = await StaffAsync();
        // Room for a line that says so, not for 20,000 people.
        await app.In((PortalDb db) => db.Database.ExecuteSqlRawAsync(
            """CREATE TABLE "Room" AS SELECT zeroblob(200000) AS "Bytes"; DROP TABLE "Room" """));

        disk.IsFull = true;
        await Assert.ThrowsAnyAsync<DbException>(() => app.In<ApplyImportsJob>(job => job.RunAsync(default)));
        Assert.Equal(staff, await StaffAsync());

        disk.IsFull = false;
        await ApplyAsync((await lead.Open(preview.Path)).Shows("Something went wrong on our side and nothing was changed"));
        await app.In<ApplyImportsJob>(job => job.RunAsync(default));
        Assert.Equal(staff + 20_000, await StaffAsync());
        Assert.Equal(
            "ok", await app.In((PortalDb db) => db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check")
                .SingleAsync()));
    }

    private async Task<WebPage> UploadAsync(byte[]? file = null) =>
        await (await lead.Open("/Imports/Upload?kind=StaffList")).Upload("Choose a file", "staff.csv", file ?? StaffList).Press("Upload");

    private Task<int> StaffAsync() => app.In((PortalDb db) => db.Staff.CountAsync());

    private Task<(int, int, int, int)> CountAsync() => app.In(async (PortalDb db) =>
        (await db.Imports.CountAsync(), await db.Files.CountAsync(), await db.FileChunks.CountAsync(), await db.AuditEntries.CountAsync()));

    /// <summary>When full, the database may not take one page more than it has.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        private const uint NoLimit = 4_294_967_294;

        public bool IsFull { get; set; }

        /// <summary>How large the database may become when it is not full.</summary>
        public uint MostPages { get; set; } = NoLimit;

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : MostPages)}";
            await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}
