using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Titles;

internal static class JobTitles
{
    /// <summary>The agency's job title of this name, whatever the case and spaces; made when it is new, and then not mapped yet.</summary>
    public static async Task<JobTitle> JobTitleAsync(
        this PortalDb db, Viewer viewer, Id<Agency> agencyId, string title, CancellationToken cancel)
    {
        var words = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var known = await db.JobTitles.OfPartnership(viewer)
            .FirstOrDefaultAsync(t => t.AgencyId == agencyId && t.Title.ToLower() == words.ToLower(), cancel);
        if (known is not null) return known;
        return db.JobTitles.Add(new() { PartnershipId = viewer.PartnershipId, AgencyId = agencyId, Title = words }).Entity;
    }

    /// <summary>
    /// The line manager someone chose: a person of the same agency whom the viewer may see, and who does not report to
    /// <paramref name="staffId"/>. Null when none was chosen.
    /// </summary>
    public static async Task<Id<StaffMember>?> ManagerAsync(
        this PortalDb db, Viewer viewer, Id<Agency> agencyId, Id<StaffMember> staffId, string? email, DateOnly today,
        CancellationToken cancel)
    {
        if (email is null) return null;
        var address = email.ToLowerInvariant();
        var manager = await db.Staff.OfPartnership(viewer)
            .Where(s => s.Email == address && db.Posts.CurrentOn(today).Any(p => p.AgencyId == agencyId && p.StaffId == s.Id))
            .OneOrRefuseAsync("Nobody at this agency has this email address. Add the line manager first", "Manager", cancel);
        if (manager.Id != staffId && await db.ReportsToAsync(agencyId, manager.Id, staffId, today, cancel))
            throw new Refused(
                $"{manager.Name} reports to this person, directly or through others, so cannot be their line manager", "Manager");
        return manager.Id;
    }

    /// <summary>Whether someone has <paramref name="head"/> above them at the agency, one question for each step up.</summary>
    public static async Task<bool> ReportsToAsync(
        this PortalDb db, Id<Agency> agencyId, Id<StaffMember> person, Id<StaffMember> head, DateOnly today, CancellationToken cancel)
    {
        var seen = new HashSet<Id<StaffMember>>();
        for (List<Id<StaffMember>> here = [person]; here.Count > 0;)
        {
            if (here.Contains(head)) return true;
            here = await db.Posts.CurrentOn(today).Where(p => p.AgencyId == agencyId && p.ManagerId != null && here.Contains(p.StaffId))
                .Select(p => p.ManagerId!.Value).ToListAsync(cancel);
            here.RemoveAll(above => !seen.Add(above));
        }
        return false;
    }
}
