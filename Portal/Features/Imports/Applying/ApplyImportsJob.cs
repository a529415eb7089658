using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Applies the imports that people have agreed to, each in one transaction: stopped at any moment, an import is either
/// applied or still waits to be. If others have changed people or training since it was compared, it is compared once more first.
/// </summary>
public sealed class ApplyImportsJob(PortalDb db, CompareImport compare, UndoChanges undo, ImportProgress progress, UkClock clock)
{
    /// <summary>So many rows at once change what the database knows about itself; a night would be long to wait for it.</summary>
    private const int Many = 1000;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var worked = 0;
        var agreed = db.Imports.Where(i => i.State == ImportState.Queued || i.State == ImportState.Undoing).OrderBy(i => i.Id);
        while (await agreed.FirstOrDefaultAsync(cancel) is { } import)
        {
            await WorkAsync(import, cancel);
            if (import.Total >= Many) await db.RenewStatisticsAsync(cancel);
            worked++;
            db.ChangeTracker.Clear();
        }
        return worked == 0 ? null : $"Applied or undid {Words.Count(worked, "import")}";
    }

    private async Task WorkAsync(Import import, CancellationToken cancel)
    {
        Task Report(int rows) => progress.ReportAsync(import.Id, rows, cancel);
        var viewer = Viewer.System(import.PartnershipId) with
        {
            UserId = import.AppliedBy,
            Name = import.AppliedByName ?? "Training portal",
            AgencyId = import.AgencyId,
        };
        var what = $"an import: {import.Kind.Words()}, {import.FileName}";
        try
        {
            if (import.State == ImportState.Queued)
                await db.ChangeStaffListAsync(viewer, $"Applied {what}", () => ApplyAsync(viewer, import, Report, cancel), cancel);
            else await db.ChangeStaffListAsync(viewer, $"Undid {what}", () => undo.RunAsync(import, Report, cancel), cancel);
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

    private async Task ApplyAsync(Viewer viewer, Import import, Func<int, Task> report, CancellationToken cancel)
    {
        await db.SortInMemoryAsync(megabytes: 16, cancel);
        if (!await IsStillAgreedAsync(import, cancel)) return;
        var lastRow = await db.ImportRows.Where(r => r.ImportId == import.Id).MaxAsync(r => (int?)r.Number, cancel) ?? 0;
        Task Reached(int row) => report((int)((long)row * import.Total / Math.Max(1, lastRow)));
        var sql = new ImportSql(db, import, clock.Today);
        if (import.Kind == ImportKind.StaffList)
        {
            await StaffListChanges.RunAsync(sql, lastRow, Reached, cancel);
            await db.RequestPostsAsync(viewer, import, clock.Now, cancel);
        }
        else await TrainingChanges.RunAsync(sql, db, import, clock.Today, lastRow, Reached, cancel);

        var agency = await db.Agencies.SingleAsync(a => a.Id == import.AgencyId, cancel);
        import.Applied(clock.Now, agency.StaffListConfirmedOn);
        if (import.ConfirmsStaffList) agency.ConfirmStaffList(clock.Today);
    }

    /// <summary>Whether what would happen now is what the person agreed to; if not, they are asked again.</summary>
    private async Task<bool> IsStillAgreedAsync(Import import, CancellationToken cancel)
    {
        // The change that is about to be made is counted already.
        if (import.IsAsCompared(await db.StaffListVersionAsync(import.PartnershipId, cancel) - 1, clock.Today)) return true;
        var (found, isSame) = await compare.AgainAsync(import, cancel);
        if (!isSame) import.AskAgain(found);
        return isSame;
    }
}
