using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Applies the imports that people have agreed to, each in one transaction: stopped at any moment, an import is either
/// applied or still waits to be. It is compared once more first, because others may have changed the same people.
/// </summary>
public sealed class ApplyImportsJob(PortalDb db, CompareImport compare, UndoChanges undo, ImportProgress progress, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var worked = 0;
        while (await db.Imports.Where(i => i.State == ImportState.Queued || i.State == ImportState.Undoing).OrderBy(i => i.Id).FirstOrDefaultAsync(cancel) is { } import)
        {
            await WorkAsync(import, cancel);
            worked++;
            db.ChangeTracker.Clear();
        }
        return worked == 0 ? null : $"Applied or undid {worked} {(worked == 1 ? "import" : "imports")}";
    }

    private async Task WorkAsync(Import import, CancellationToken cancel)
    {
        var viewer = Viewer.System(import.PartnershipId) with { UserId = import.AppliedBy, Name = import.AppliedByName ?? "Training portal", AgencyId = import.AgencyId };
        try
        {
            if (import.State == ImportState.Queued) await db.TransactAsync(viewer, $"Applied an import: {import.Kind.Words()}, {import.FileName}", () => ApplyAsync(import, cancel), cancel);
            else await db.TransactAsync(viewer, $"Undid an import: {import.Kind.Words()}, {import.FileName}", () => undo.RunAsync(import, cancel), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            await PutBackAsync(import.Id, viewer, cancel);
            throw;
        }
        finally
        {
            progress.Forget(import.Id);
        }
    }

    /// <summary>A fault must not leave the import waiting for ever, nor be tried again without end.</summary>
    private async Task PutBackAsync(Id<Import> importId, Viewer viewer, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var import = await db.Imports.SingleAsync(i => i.Id == importId, cancel);
        if (!import.IsUnderWay) return;
        import.Failed();
        await db.SaveAsync(viewer, "Could not apply or undo an import", cancel);
    }

    private async Task ApplyAsync(Import import, CancellationToken cancel)
    {
        var agreed = (import.NewCount, import.ChangedCount, import.LeaverCount);
        var (counts, roster) = await compare.RunAsync(import, cancel);
        if (agreed != (counts.New, counts.Changed, counts.Leaver))
        {
            import.AskAgain(counts, roster);
            return;
        }
        var lastRow = await db.ImportRows.Where(r => r.ImportId == import.Id).MaxAsync(r => (int?)r.Number, cancel) ?? 0;
        void Report(int row) => progress.Report(import.Id, (int)((long)row * import.Total / Math.Max(1, lastRow)));
        var sql = new ImportSql(db, import, clock.Today);
        if (import.Kind == ImportKind.Roster) await RosterChanges.RunAsync(sql, lastRow, Report, cancel);
        else await TrainingChanges.RunAsync(sql, import, lastRow, Report, cancel);

        var agency = await db.Agencies.SingleAsync(a => a.Id == import.AgencyId, cancel);
        import.Applied(clock.Now, agency.RosterConfirmedOn);
        if (import.IsFullList) agency.ConfirmRoster(clock.Today);
    }
}
