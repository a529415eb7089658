using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Reads and compares the files whose columns have been confirmed. Stopped half-way, it begins that file again.</summary>
public sealed class CheckImportsJob(PortalDb db, StageRows stage, CompareImport compare, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var checkedSoFar = 0;
        var confirmed = db.Imports.Include(i => i.Columns).Where(i => i.State == ImportState.Checking).OrderBy(i => i.Id);
        while (await confirmed.FirstOrDefaultAsync(cancel) is { } import)
        {
            await CheckAsync(import, cancel);
            checkedSoFar++;
            db.ChangeTracker.Clear();
        }
        return checkedSoFar == 0 ? null : $"Checked {Words.Count(checkedSoFar, "file")}";
    }

    private async Task CheckAsync(Import import, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.SortInMemoryAsync(megabytes: 16, cancel);
            await stage.RunAsync(import, cancel);
            await db.TransactAsync(Viewer.System(import.PartnershipId), "Compared an import with the agency’s records",
                async () => import.Compared(await compare.RunAsync(import, cancel)), cancel);
        }
        catch (Refused no)
        {
            import.SendBack(no.Message);
            await db.SaveAsync(Viewer.System(import.PartnershipId), "Could not read an import", cancel);
        }
        finally
        {
            await StagedRows.EndAsync(new ImportSql(db, import, clock.Today), CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
