using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;

namespace Portal.Features.Imports;

/// <summary>The refused rows of a file in its own columns, each with its row number and what to fix, to correct and upload again.</summary>
public sealed class RefusedRows(PortalDb db, FileStore files)
{
    public sealed record Row(int Number, string Problem, string?[] Cells);

    public sealed record Answer(string FileName, IReadOnlyList<string> Headings, IAsyncEnumerable<Row> Rows);

    public async Task<Answer?> RunAsync(Viewer viewer, Id<Import> importId, CancellationToken cancel)
    {
        var import = await db.Imports.VisibleTo(viewer).AsNoTracking().Include(i => i.Columns)
            .SingleOrDefaultAsync(i => i.Id == importId, cancel);
        if (import is null) return null;
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == import.FileId, cancel)
            ?? throw new Refused("The file of this import is no longer kept, so its rows cannot be downloaded");
        await using var content = await files.OpenAsync(file.Hash, cancel);
        var headings = ImportTable.Headings(ImportTable.Rows(content, FileKinds.Of(file), import.Sheet), import);
        return new(import.FileName, [.. headings.Cells.Select((h, i) => h ?? $"Column {i + 1}")], RowsAsync(import, file, cancel));
    }

    /// <summary>The file and its refused rows are both in the order of their numbers, so neither is held in memory.</summary>
    private async IAsyncEnumerable<Row> RowsAsync(Import import, StoredFile file, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var content = await files.OpenAsync(file.Hash, cancel);
        using var table = ImportTable.Rows(content, FileKinds.Of(file), import.Sheet).GetEnumerator();
        var rows = db.ImportRows.Where(r => r.ImportId == import.Id && r.Verdict == ImportVerdict.Refused).OrderBy(r => r.Number)
            .Select(r => new { Line = r.Line ?? r.Number, r.Problem });
        var last = 0;
        await foreach (var refused in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            // One line of a training matrix may be refused for several of its cells; it is one line to correct.
            if (refused.Line == last) continue;
            last = refused.Line;
            while (table.MoveNext() && table.Current.Number < refused.Line) { }
            yield return new(refused.Line, refused.Problem ?? "", table.Current.Cells);
        }
    }
}
