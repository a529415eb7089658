using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Reads a file into <see cref="StagedRows"/>, a piece at a time: memory does not grow with the file.</summary>
public sealed class StageRows(PortalDb db, FileStore files, UkClock clock)
{
    /// <summary>So few that none outlives the garbage of reading it.</summary>
    private const int Piece = 1_000;

    /// <summary>How often people are told how far it has come: each time is a write to the disk.</summary>
    private const int Tell = 20_000;

    /// <summary>Excel's own limit, and more than any agency has.</summary>
    private const int MostRows = 1_048_576;

    public async Task RunAsync(Import import, CancellationToken cancel)
    {
        await StagedRows.BeginAsync(new ImportSql(db, import, clock.Today), cancel);
        await db.ImportTerms.Where(t => t.ImportId == import.Id).ExecuteDeleteAsync(cancel);
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == import.FileId, cancel);
        await using var content = await files.OpenAsync(file.Hash, cancel);
        var rows = ImportTable.Below(ImportTable.Rows(content, FileKinds.Of(file), import.Sheet), import.Columns);
        var terms = import.Kind switch
        {
            ImportKind.StaffList => await StageStaffListAsync(import, rows, cancel),
            ImportKind.Training => await StageTrainingAsync(import, rows, cancel),
        };
        await db.BulkInsertAsync(terms, cancel);
    }

    private async Task<IReadOnlyCollection<ImportTerm>> StageStaffListAsync(
        Import import, IEnumerable<TableRow> rows, CancellationToken cancel)
    {
        var type = await db.Agencies.Where(a => a.Id == import.AgencyId).Select(a => a.Type).SingleAsync(cancel);
        var known = await db.JobTitles.Where(t => t.AgencyId == import.AgencyId).Select(t => new { t.Id, t.Title }).ToListAsync(cancel);
        var inForce = await db.RolesInForceAsync(import.PartnershipId, clock.Today, cancel);
        var roles = await inForce.Where(r => r.AgencyType == type)
            .Select(r => new { r.Id, r.Title }).ToListAsync(cancel);
        var titles = new JobTitleTerms(import.Id, [.. known.Select(t => (t.Id, t.Title))], roles.Select(r => (r.Id, r.Title)));
        await StageAsync(import, rows, new StaffListReader(import, titles, clock.Today), cancel);
        return titles.New;
    }

    private async Task<IReadOnlyCollection<ImportTerm>> StageTrainingAsync(
        Import import, IEnumerable<TableRow> rows, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(import.PartnershipId, clock.Today, cancel)
            ?? throw new Refused("No training framework is in force yet, so levels cannot be read");
        var levels = new LevelTerms(import.Id, framework, await db.CoursesKnownAsync(import.AgencyId, cancel));
        RowReader reader = import.Columns.Any(c => c.Field == ImportField.CourseColumn)
            ? new MatrixReader(import, levels, clock.Today) : new TrainingReader(import, levels, clock.Today);
        await StageAsync(import, rows, reader, cancel);
        return levels.Unknown;
    }

    private async Task StageAsync(Import import, IEnumerable<TableRow> rows, RowReader reader, CancellationToken cancel)
    {
        var done = 0;
        foreach (var piece in rows.SelectMany(reader.Read).Chunk(Piece))
        {
            if (reader.OddDate is { } odd) throw AskHowDatesAreWritten(import, odd);
            done += piece.Length;
            if (done > MostRows)
                throw new Refused(
                    $"The file has more than {Words.Number(MostRows)} rows. Split it and import the parts one after the other");
            await StagedRows.AddAsync(db, piece, cancel);
            if (done % Tell == 0)
                await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Done, done), cancel);
        }
    }

    /// <summary>One date that is only one way round says that the others may be, too: nothing is read before somebody has said.</summary>
    private static Refused AskHowDatesAreWritten(Import import, string odd)
    {
        import.AskHowDatesAreWritten(odd);
        return new($"“{odd}” is no date with the day first. Say how this file writes dates");
    }
}
