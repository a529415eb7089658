using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Closing;

/// <summary>
/// Opens an agency again that was closed or merged in error, within <see cref="Agency.ReopenDays"/> days. Everyone whose job ended with it
/// has that job again, unless they have meanwhile left the one that the merger gave them, which ends; so do the roles. The standards
/// are judged from that day, and flags that closed with it go on.
/// </summary>
public sealed class ReopenAgency(PortalDb db, WhatClosed whatClosed, UkClock clock)
{
    /// <summary>What would happen: people who have their jobs again, jobs at the other agency that end, and roles that come back.</summary>
    public sealed record Consequence(int People, int Ending, int Roles);

    private sealed record Change(List<Post> Resumed, List<Post> Ending, List<(Membership Role, DateOnly? Until)> Roles);

    public async Task<Consequence> ForeseeAsync(Viewer viewer, Agency agency, CancellationToken cancel)
    {
        var change = await ChangeAsync(viewer, agency, cancel);
        return new(change.Resumed.Select(p => p.StaffId).Distinct().Count(), change.Ending.Count, change.Roles.Count);
    }

    public async Task RunAsync(Viewer viewer, Id<Agency> agencyId, int version, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer, Permission.GovernAgencies).Where(a => a.Id == agencyId)
            .OneOrRefuseAsync("This agency is not within your reach", null, cancel);
        Refused.IfStale(agency, version);
        if (await db.Agencies.SingleOrDefaultAsync(a => a.Id == agency.MergedIntoId, cancel) is { } other && !other.IsOpenOn(clock.Today))
            throw new Refused($"{other.Name}, which carried its work on, has closed as well. Open that one again first");
        await db.ChangeStaffListAsync(viewer, $"Opened {agency.Name} again", async () =>
        {
            var change = await ChangeAsync(viewer, agency, cancel);
            agency.Reopen(clock.Today);
            foreach (var post in change.Ending) post.Leave(post.StartedOn > clock.Today ? post.StartedOn.Value : clock.Today);
            foreach (var post in change.Resumed) post.Resume();
            foreach (var (role, until) in change.Roles) role.Resume(until);
        }, cancel);
    }

    private async Task<Change> ChangeAsync(Viewer viewer, Agency agency, CancellationToken cancel)
    {
        var ended = await whatClosed.RunAsync(viewer, agency, cancel);
        var given = await db.Posts.Where(p => ended.Given.Contains(p.Id)).ToListAsync(cancel);
        var gone = given.Where(p => !p.IsCurrentOn(clock.Today) && p.LeftOn > p.StartedOn).Select(p => p.StaffId).ToHashSet();
        var posts = await db.Posts.Where(p => ended.Posts.Contains(p.Id) && p.LeftOn != null).ToListAsync(cancel);
        var roles = await db.Memberships.Where(m => ended.Roles.Keys.Contains(m.Id)).ToListAsync(cancel);
        return new(
            [.. posts.Where(p => !gone.Contains(p.StaffId))], [.. given.Where(p => p.LeftOn is null)],
            [.. roles.Select(m => (m, ended.Roles[m.Id])).Where(r => r.Item2 is null || r.Item2 > r.m.Until)]);
    }
}
