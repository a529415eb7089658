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
        var import = await db.Imports.VisibleTo(viewer).Where(i => i.Id == importId)
            .Select(i => new { i.FileName, i.Kind, Hash = db.Files.Where(f => f.Id == i.FileId).Select(f => f.Hash).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        if (import is null) return null;
        if (import.Hash is not { } hash) throw new Refused("The file of this import is no longer kept, so its rows cannot be downloaded");
        await using var content = await files.OpenAsync(hash, cancel);
        var headings = ImportTable.Headings(ImportTable.Rows(content, await Sniff.KindOfAsync(content, cancel)), import.Kind, out _);
        return new(import.FileName, [.. headings.Cells.Select((h, i) => h ?? $"Column {i + 1}")], RowsAsync(importId, hash, cancel));
    }

    /// <summary>The file and its refused rows are both in the order of their numbers, so neither is held in memory.</summary>
    private async IAsyncEnumerable<Row> RowsAsync(Id<Import> importId, string hash, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var content = await files.OpenAsync(hash, cancel);
        using var table = ImportTable.Rows(content, await Sniff.KindOfAsync(content, cancel)).GetEnumerator();
        await foreach (var refused in db.ImportRows.Where(r => r.ImportId == importId && r.Verdict == ImportVerdict.Refused).OrderBy(r => r.Number)
            .Select(r => new { r.Number, r.Problem }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            while (table.MoveNext() && table.Current.Number < refused.Number) { }
            yield return new(refused.Number, refused.Problem ?? "", table.Current.Cells);
        }
    }
}
