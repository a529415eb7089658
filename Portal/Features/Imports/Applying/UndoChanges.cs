using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Puts back what an import changed, row by row from what was kept of it. Where someone has changed the same person, post
/// or record since, that row is left as it is now and says why.
/// </summary>
public sealed class UndoChanges(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Import import, Func<int, Task> report, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, clock.Today);
        Task Report(int done, int all) => report((int)((long)import.Total * done / all));
        await sql.RunAsync(import.Kind == ImportKind.StaffList ? "Undo.People" : "Undo.Training", Report, cancel);
        await WithdrawAsync(import, cancel);
        if (import.ConfirmsStaffList)
        {
            var agency = await db.Agencies.SingleAsync(a => a.Id == import.AgencyId, cancel);
            if (agency.StaffListConfirmedOn == UkClock.DayOf(import.AppliedAt!.Value))
                agency.RestoreStaffListConfirmation(import.StaffListConfirmedBefore, clock.Today);
        }
        import.Undone(clock.Now);
    }

    /// <summary>Questions that still wait are asked no more. What was agreed since is other people's decision, and stays.</summary>
    private async Task WithdrawAsync(Import import, CancellationToken cancel)
    {
        var waiting = db.PostRequests.Where(r => r.ImportId == import.Id && r.State == PostRequestState.Waiting);
        foreach (var request in await waiting.ToListAsync(cancel)) request.Withdraw(import.AppliedBy, clock.Now);
    }
}
