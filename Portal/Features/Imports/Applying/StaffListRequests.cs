using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Requests;

namespace Portal.Features.Imports.Applying;

/// <summary>Asks for the people of an import whom another agency knows. Who is asked for already is not asked for again.</summary>
internal static class StaffListRequests
{
    public static async Task RequestPostsAsync(this PortalDb db, Viewer viewer, Import import, DateTime now, CancellationToken cancel)
    {
        var asked = await db.ImportRows.Where(r => r.ImportId == import.Id && r.Verdict == ImportVerdict.Asked).OrderBy(r => r.Number)
            .Join(db.Staff, r => r.StaffId, s => s.Id, (row, person) => new { row, person }).ToListAsync(cancel);
        foreach (var (row, person) in asked.Select(a => (a.row, a.person)))
        {
            if (row is not { Person.Name: { } name, Job: { JobTitleId: { } title } job }) continue;
            var wish = new PostRequests.Wish(import.AgencyId, name, title, job.EmployeeNumber, job.StartedOn, job.ManagerId, import.Id);
            await db.RequestPostAsync(viewer, person, wish, now, cancel);
        }
    }
}
