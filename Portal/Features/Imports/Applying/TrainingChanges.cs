using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Adds the records of a compared training history, recorded for the agency whose file it is. From the agency's training system
/// they count as verified by whoever applied them, and records of the same that wait are verified by it, but never the own ones of
/// those who uploaded or applied it: these wait for someone else (docs/decisions).
/// </summary>
internal static class TrainingChanges
{
    public static async Task RunAsync(
        ImportSql sql, PortalDb db, Import import, DateOnly today, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        await sql.LayOutOwnAsync(db, import, cancel);
        await sql.RunInChunksAsync("Apply.AddTraining", lastRow, progress, cancel);
        await sql.DropAsync(cancel, "Own");
        // Who works for another agency as well is that agency's concern too.
        var people = db.ImportRows
            .Where(r => r.ImportId == import.Id && (r.Verdict == ImportVerdict.New || r.Verdict == ImportVerdict.Changed))
            .Select(r => r.StaffId);
        var others = db.Posts.CurrentOn(today).Where(p => p.PartnershipId == import.PartnershipId && p.AgencyId != import.AgencyId);
        db.AlsoConcerns(await others.Where(p => people.Contains(p.StaffId)).Select(p => p.AgencyId).Distinct().ToListAsync(cancel));
    }
}
