using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Files;
using Portal.Features.Imports;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Features.Imports.Uploading;
using Portal.Jobs;

namespace Portal.Tests.Support;

/// <summary>A training lead's imports from upload to undo, each step in a context of its own as a request or a job would have.</summary>
public sealed class ImportDesk(TestDatabase database, Viewer viewer)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ImportProgress progress = ANode(database);

    public static JobTrigger NoJobs { get; } = new((_, _) => Task.CompletedTask);

    /// <summary>What one node knows of imports that are being applied.</summary>
    public static ImportProgress ANode(TestDatabase database) =>
        new(new ServiceCollection().AddScoped(_ => database.Open()).BuildServiceProvider().GetRequiredService<IServiceScopeFactory>());

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public async Task<Id<Import>> Upload(ImportKind kind, byte[] bytes, string name = "file.csv", Id<Import>? replaces = null)
    {
        await using var db = database.Open();
        return await new UploadImport(db, new FileStore(db, database.Clock), database.Clock).RunAsync(
            viewer, kind, new MemoryStream(bytes), name, replaces, None);
    }

    /// <summary>Uploads, takes the columns as proposed, and compares.</summary>
    public async Task<Import> Preview(
        ImportKind kind, byte[] bytes, bool fullList = false, bool verified = false, Id<Import>? replaces = null)
    {
        var id = await Upload(kind, bytes, replaces: replaces);
        await ConfirmColumns(id, fullList, verified);
        await Check();
        return await Load(id);
    }

    public Task<Import> StaffList(string csv, bool fullList = false, Id<Import>? replaces = null) =>
        Preview(ImportKind.StaffList, Bytes(csv), fullList, replaces: replaces);

    public Task<Import> Training(string csv, bool verified = true) => Preview(ImportKind.Training, Bytes(csv), verified: verified);

    public async Task ConfirmColumns(
        Id<Import> id, bool fullList = false, bool verified = false, DateOrder? dates = null, string? everyonesTitle = null)
    {
        await using var db = database.Open();
        var import = await db.Imports.Include(i => i.Columns).SingleAsync(i => i.Id == id);
        var fields = import.Columns.ToDictionary(c => c.Number, c => c.Field);
        var meaning = new ImportMeaning(fields, fullList, verified, dates, everyonesTitle);
        await new ConfirmColumns(db, NoJobs).RunAsync(viewer, id, import.Version, meaning, None);
    }

    public async Task Discard(Id<Import> id)
    {
        await using var db = database.Open();
        await new DiscardImport(db, new(db, database.Clock)).RunAsync(viewer, id, (await Load(id)).Version, None);
    }

    public async Task<string?> DiscardAbandoned()
    {
        await using var db = database.Open();
        return await new DiscardAbandonedImportsJob(db, new(db, database.Clock), database.Clock).RunAsync(None);
    }

    public async Task Check()
    {
        await using var db = database.Open();
        await new CheckImportsJob(
            db, new StageRows(db, new FileStore(db, database.Clock), database.Clock), new CompareImport(db, database.Clock),
            database.Clock).RunAsync(None);
    }

    public Task Agree(Id<Import> id, string? leavers = null) => Agree(id, new ImportAnswers(leavers));

    public async Task Agree(Id<Import> id, ImportAnswers answers)
    {
        await using var db = database.Open();
        var version = (await Load(id)).Version;
        await new AgreeImport(db, NoJobs).RunAsync(viewer, id, version, answers, None);
    }

    public async Task Apply()
    {
        await using var db = database.Open();
        await new ApplyImportsJob(
            db, new CompareImport(db, database.Clock), new UndoChanges(db, database.Clock), progress, database.Clock).RunAsync(None);
    }

    public Task<Import> Applied(Import import, string? leavers = null) => Applied(import, new ImportAnswers(leavers));

    public async Task<Import> Applied(Import import, ImportAnswers answers)
    {
        await Agree(import.Id, answers);
        await Apply();
        return await Load(import.Id);
    }

    public async Task<Import> Undone(Id<Import> id)
    {
        await using (var db = database.Open())
            await new UndoImport(db, NoJobs, database.Clock).RunAsync(viewer, id, (await Load(id)).Version, None);
        await Apply();
        return await Load(id);
    }

    public async Task<Import> Load(Id<Import> id)
    {
        await using var db = database.Open();
        return await db.Imports.AsNoTracking().Include(i => i.Columns).SingleAsync(i => i.Id == id);
    }

    public async Task<List<ImportRow>> Rows(Import import)
    {
        await using var db = database.Open();
        return await db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number).ToListAsync();
    }

    /// <summary>The sentence that refuses a row, or null.</summary>
    public async Task<string?> Problem(Import import, int row) => (await Rows(import)).Single(r => r.Number == row).Problem;
}
