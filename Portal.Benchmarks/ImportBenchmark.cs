using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Features.Imports.Uploading;

namespace Portal.Benchmarks;

/// <summary>
/// A staff list through the portal's import, step by step, against the sqlite3 command's ".import" and the same upserts: first
/// everyone is new, then the same file comes back with one row in ten changed and one in fifty new.
/// </summary>
internal static class ImportBenchmark
{
    private static readonly string[] Titles = ["Receptionist", "Practice nurse", "Social worker", "Housing officer", "Team manager"];

    public static async Task RunAsync(Options options)
    {
        if (options.Provider != DatabaseProvider.Sqlite)
            throw new ArgumentException("The floor of an import is the sqlite3 command, so it is measured on Sqlite alone");
        Directory.CreateDirectory(options.Folder);
        // The floor is compiled already, so the portal may be too: a small import warms it up.
        await ChainAsync(options.Folder, rows: 200);
        List<Step[]> runs = [];
        for (var run = 0; run < options.Runs; run++) runs.Add(await ChainAsync(options.Folder, options.Rows));

        var table = new Table(
            "import", "rows", "runs", "upload s", "read and compare s", "apply s", "total s", "floor s", "ratio", "peak MB", "new",
            "changed");
        foreach (var steps in new[] { runs.Select(r => r[0]).ToList(), runs.Select(r => r[1]).ToList() })
        {
            double Of(Func<Step, double> seconds) => new Sample([.. steps.Select(seconds)]).Median;
            var (total, floor, last) = (Of(s => s.Times.Sum()), Of(s => s.Floor), steps[^1]);
            table.Add(
                last.Name, last.Import.Total, options.Runs, Of(s => s.Times[0]), Of(s => s.Times[1]), Of(s => s.Times[2]), total, floor,
                total / floor, last.PeakMegabytes, last.Import.NewCount, last.Import.ChangedCount);
        }
        table.Print("Staff list import, Sqlite, medians");
    }

    /// <summary>One import beside its floor; <c>PeakMegabytes</c> is the most that the process has held so far.</summary>
    private sealed record Step(string Name, double[] Times, double Floor, long PeakMegabytes, Import Import);

    /// <summary>Both imports into an agency of their own, each beside its floor, and a look whether they did the same.</summary>
    private static async Task<Step[]> ChainAsync(string folder, int rows)
    {
        string[] files = [Path.Combine(folder, "first.csv"), Path.Combine(folder, "second.csv")];
        Write(files[0], rows, second: false);
        Write(files[1], rows, second: true);
        var (portal, floor) = (Path.Combine(folder, "import.db"), Path.Combine(folder, "import-floor.db"));
        var agency = await FreshAsync(portal);
        File.Copy(portal, floor, overwrite: true);

        List<Step> steps = [];
        await using (var boroughs = MadeUp.At($"Data Source={portal}", DatabaseProvider.Sqlite))
            foreach (var (name, file) in new[] { ("everyone is new", files[0]), ("the next month’s file", files[1]) })
            {
                var (times, import) = await ImportAsync(boroughs, agency, file);
                steps.Add(new(
                    name, times, await FloorAsync(floor, agency, file), Process.GetCurrentProcess().PeakWorkingSet64 >> 20, import));
            }
        if (await StaffListAsync(portal) != await StaffListAsync(floor)) throw new InvalidOperationException("The staff lists differ");
        SqliteConnection.ClearAllPools();
        foreach (var file in files.Append(portal).Append(floor)) File.Delete(file);
        return [.. steps];
    }

    private static void Write(string path, int rows, bool second)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("Employee number,Name,Work e-mail,Job title,Start date");
        for (var i = 1; i <= rows + (second ? rows / 50 : 0); i++)
        {
            var day = new DateOnly(2015, 1, 1).AddDays(i % 4000);
            var title = Titles[(i + (second && i % 10 == 0 ? 1 : 0)) % Titles.Length];
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"E{i:0000000},Person Number {i},person.{i}@staff-list.example,{title},{day:dd/MM/yyyy}"));
        }
    }

    /// <summary>A database with one partnership and one open agency, and its training lead.</summary>
    private static async Task<Viewer> FreshAsync(string path)
    {
        foreach (var old in new[] { path, $"{path}-wal", $"{path}-shm" }) File.Delete(old);
        await using var boroughs = MadeUp.At($"Data Source={path}", DatabaseProvider.Sqlite);
        Viewer? lead = null;
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            await db.Database.MigrateAsync();
            var partnership = new Partnership
            {
                Name = "Import Partnership", ShortName = "SBP", FrameworkCode = "NONE", SupportEmail = "support@import.example"
            };
            var phase = new Phase { PartnershipId = partnership.Id, Number = 1, StartsOn = new(2020, 1, 1) };
            var agency = new Agency
            {
                PartnershipId = partnership.Id, Name = "Import Trust", Type = AgencyType.Health, Duty = Duty.Agreed, PhaseId = phase.Id
            };
            db.AddRange(partnership, phase, agency);
            await db.SaveAsync(Viewer.System(partnership.Id), "Made an agency", CancellationToken.None);
            lead = Viewer.System(partnership.Id) with { AgencyId = agency.Id };
        });
        await ExecuteAsync(path, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        return lead!;
    }

    private static async Task<(double[] Times, Import Import)> ImportAsync(MadeUp boroughs, Viewer lead, string file)
    {
        var (none, id, import) = (CancellationToken.None, default(Id<Import>), (Import?)null);
        Task Load() => boroughs.ActAsync(async acts => import = await acts.GetRequiredService<PortalDb>().Imports.AsNoTracking()
            .Include(i => i.Columns).SingleAsync(i => i.Id == id));
        var upload = await TimeAsync(() => boroughs.ActAsync(async acts =>
        {
            await using var content = File.OpenRead(file);
            id = await acts.GetRequiredService<UploadImport>()
                .RunAsync(lead, ImportKind.StaffList, content, Path.GetFileName(file), null, none);
        }));
        await Load();
        await boroughs.ActAsync(acts => acts.GetRequiredService<ConfirmColumns>()
            .RunAsync(
                lead, id, import!.Version,
                new(import.Columns.ToDictionary(c => c.Number, c => c.Field), IsFullList: true, FromTrainingSystem: false), none));
        var check = await TimeAsync(() => boroughs.ActAsync(acts => acts.GetRequiredService<CheckImportsJob>().RunAsync(none)));
        await Load();
        await boroughs.ActAsync(acts => acts.GetRequiredService<AgreeImport>().RunAsync(lead, id, import!.Version, default, none));
        var apply = await TimeAsync(() => boroughs.ActAsync(acts => acts.GetRequiredService<ApplyImportsJob>().RunAsync(none)));
        await Load();
        return import!.State == ImportState.Applied
            ? ([upload, check, apply], import)
            : throw new InvalidOperationException($"The import is {import.State}: {import.Notice}");
    }

    private static Task<double> FloorAsync(string path, Viewer lead, string file) => TimeAsync(async () =>
    {
        var sql = Repository.Sql("import")
            .Replace("{partnership}", Convert.ToHexString(lead.PartnershipId.Value.ToByteArray(true)), StringComparison.Ordinal)
            .Replace("{agency}", Convert.ToHexString(lead.AgencyId!.Value.Value.ToByteArray(true)), StringComparison.Ordinal);
        using var sqlite = Process.Start(new ProcessStartInfo(
            "sqlite3", ["-bail", path])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await sqlite.StandardInput.WriteAsync(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;\n"
                + "CREATE TABLE staged (number TEXT, name TEXT, email TEXT, title TEXT, started TEXT);\n"
                + $".import --csv --skip 1 '{file}' staged\n{sql}");
        sqlite.StandardInput.Close();
        await sqlite.StandardOutput.ReadToEndAsync();
        await sqlite.WaitForExitAsync();
        if (sqlite.ExitCode != 0) throw new InvalidOperationException("The floor failed");
    });

    private static async Task<double> TimeAsync(Func<Task> work) => (await Sample.OfAsync(1, () => Task.CompletedTask, work)).Median;

    /// <summary>Sums over the staff list that differ as soon as one row does.</summary>
    private static Task<string> StaffListAsync(string path) => ExecuteAsync(path, """
        SELECT count(*) || '|' || sum(length(s.Name)) || '|'
            || sum(CAST(substr(p.EmployeeNumber, 2) AS INTEGER) * (unicode(t.Title) + length(t.Title)) % 1000003)
            || '|' || sum(julianday(p.StartedOn)) || '|' || sum(p.Version)
        FROM Posts p JOIN Staff s ON s.Id = p.StaffId JOIN JobTitles t ON t.Id = p.JobTitleId
        WHERE s.Email = 'person.' || CAST(substr(p.EmployeeNumber, 2) AS INTEGER) || '@staff-list.example'
        """);

    private static async Task<string> ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync()}";
    }
}
