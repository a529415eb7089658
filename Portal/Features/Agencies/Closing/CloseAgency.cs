using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Closing;

/// <summary>
/// Closes an agency from today, or merges it into another. Everyone's job and everyone's role there ends; in a merger each
/// person gets the same job at the other agency, under the same manager unless that manager reports to them there. Nothing is
/// deleted: people, training, results and filings stay to be read.
/// </summary>
public sealed class CloseAgency(PortalDb db, UkClock clock)
{
    /// <summary>What would happen: people whose jobs end or move, and roles that end.</summary>
    public sealed record Consequence(int People, int Roles);

    public async Task<Consequence> ForeseeAsync(Id<Agency> agencyId, CancellationToken cancel) => new(
        await db.Posts.CurrentOn(clock.Today).Where(p => p.AgencyId == agencyId).Select(p => p.StaffId).Distinct().CountAsync(cancel),
        await RolesAt(agencyId).CountAsync(cancel));

    public async Task RunAsync(Viewer viewer, Id<Agency> agencyId, Id<Agency>? into, int version, CancellationToken cancel)
    {
        var reach = db.Agencies.VisibleTo(viewer, Permission.GovernAgencies);
        var agency = await reach.Where(a => a.Id == agencyId).OneOrRefuseAsync("This agency is not within your reach", null, cancel);
        Refused.IfStale(agency, version);
        var other = into is null ? null
            : await reach.Where(a => a.Id == into).OneOrRefuseAsync("Select the agency that carries the work on", "IntoId", cancel);
        if (other is null) agency.Close(clock.Today);
        else agency.MergeInto(other, clock.Today);
        await db.ChangeStaffListAsync(viewer, other is null ? $"Closed {agency.Name}" : $"Merged {agency.Name} into {other.Name}",
            async () =>
            {
                await MovePeopleAsync(agency, other, cancel);
                foreach (var role in await RolesAt(agencyId).ToListAsync(cancel))
                    role.End(clock.Today < role.From ? role.From : clock.Today);
            }, cancel);
    }

    private async Task MovePeopleAsync(Agency from, Agency? to, CancellationToken cancel)
    {
        var posts = await db.Posts.CurrentOn(clock.Today).Where(p => p.AgencyId == from.Id).ToListAsync(cancel);
        var titles = await db.JobTitles.Where(t => t.AgencyId == from.Id || (to != null && t.AgencyId == to.Id)).ToListAsync(cancel);
        var there = to is null ? []
            : await db.Posts.CurrentOn(clock.Today).Where(p => p.AgencyId == to.Id)
                .Select(p => new { p.StaffId, p.JobTitleId, p.ManagerId }).ToListAsync(cancel);
        var held = there.Select(p => new { p.StaffId, p.JobTitleId }).ToHashSet();
        var lines = new ManagerLines(there.Select(p => (p.StaffId, p.ManagerId)));
        foreach (var post in posts)
        {
            var day = post.StartedOn > clock.Today ? post.StartedOn.Value : clock.Today;
            if (post.LeftOn is null) post.Leave(day);
            if (to is null) continue;
            var title = TitleAt(to, titles.Single(t => t.Id == post.JobTitleId), titles);
            if (!held.Add(new { post.StaffId, JobTitleId = title.Id })) continue;
            var next = new Post
            {
                PartnershipId = post.PartnershipId, AgencyId = to.Id, StaffId = post.StaffId, JobTitleId = title.Id,
                EmployeeNumber = post.EmployeeNumber, StartedOn = day
            };
            next.ReportTo(lines.Join(post.StaffId, post.ManagerId));
            db.Posts.Add(next);
        }
    }

    private JobTitle TitleAt(Agency to, JobTitle title, List<JobTitle> known)
    {
        if (known.Find(t => t.AgencyId == to.Id && string.Equals(t.Title, title.Title, StringComparison.OrdinalIgnoreCase)) is { } same)
            return same;
        var made = new JobTitle { PartnershipId = to.PartnershipId, AgencyId = to.Id, Title = title.Title, JobRoleId = title.JobRoleId };
        known.Add(made);
        db.JobTitles.Add(made);
        return made;
    }

    private IQueryable<Membership> RolesAt(Id<Agency> agencyId) =>
        db.Memberships.Where(m => m.AgencyId == agencyId && (m.Until == null || m.Until > clock.Today));
}
