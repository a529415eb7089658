using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>
/// Ends the roles of people who have left the job that the role rests on, of accounts that nobody signed in to for 12
/// months, and of invitations that nobody accepted for 30 days. Who left can do nothing with their role from the day they
/// left; here it is written down, so that the vacancy is filled. A partnership keeps someone who can let people in.
/// </summary>
public sealed class EndAccessJob(PortalDb db, UkClock clock)
{
    // A leaving date that was a mistake is put right within days, and the role should then still be there.
    private const int DaysAfterLeaving = 7;
    private const int MonthsIdle = 12;
    private const int DaysInvited = 30;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        await db.Users.Where(u => u.SignedInOn == null && u.PasswordHash != null)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.SignedInOn, today), cancel);
        var ended = new[]
        {
            (Roles: await EndAsync(OfLeavers(today.AddDays(-DaysAfterLeaving)), "of someone who left the agency", cancel),
                Words: "of people who left"),
            (Roles: await EndAsync(OfIdleAccounts(today.AddMonths(-MonthsIdle)), "of someone who did not sign in for 12 months", cancel),
                Words: "of accounts idle for 12 months"),
            (Roles: await EndAsync(
                OfUnansweredInvitations(today.AddDays(-DaysInvited)), "whose invitation was not accepted for 30 days", cancel),
                Words: "of invitations not accepted"),
        };
        return ended.All(e => e.Roles == 0) ? null
            : $"Ended roles: {string.Join(", ", ended.Where(e => e.Roles > 0).Select(e => $"{e.Roles} {e.Words}"))}";
    }

    private IQueryable<Membership> NotOver => db.Memberships.Where(m => m.Until == null || m.Until > clock.Today);

    private IQueryable<Membership> OfLeavers(DateOnly since) =>
        NotOver.Where(m => m.StaffId != null && m.From <= since
            && !db.Posts.CurrentOn(since).Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId));

    private IQueryable<Membership> OfIdleAccounts(DateOnly since) =>
        NotOver.Where(m => m.From <= since && db.Users.Any(u => u.Id == m.UserId && u.SignedInOn <= since));

    private IQueryable<Membership> OfUnansweredInvitations(DateOnly since)
    {
        var sentSince = UkClock.StartOf(since.AddDays(1));
        return NotOver.Where(m => m.From <= since && db.Users.Any(u => u.Id == m.UserId && u.PasswordHash == null)
            && !db.OneTimeLinks.Any(l => l.UserId == m.UserId && l.Purpose == LinkPurpose.Invitation && l.SentAt >= sentSince));
    }

    /// <summary>One entry of the audit for each agency, and for the partnership itself.</summary>
    private async Task<int> EndAsync(IQueryable<Membership> over, string why, CancellationToken cancel)
    {
        var ending = await over.OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync(cancel);
        await KeepTheLastAsync(ending, cancel);
        foreach (var group in ending.GroupBy(m => (m.PartnershipId, m.AgencyId, m.Role)))
        {
            foreach (var membership in group) membership.End(clock.Today);
            await db.SaveAsync(Viewer.System(group.Key.PartnershipId), $"Ended a role {why}: {group.Key.Role.InSentence()}", cancel);
        }
        return ending.Count;
    }

    /// <summary>Takes out whoever would leave a partnership without a commissioner or system administrator who can sign in.</summary>
    private async Task KeepTheLastAsync(List<Membership> ending, CancellationToken cancel)
    {
        foreach (var group in ending.Where(m => m.Role.DecidesForOthers()).GroupBy(m => (m.PartnershipId, m.Role)).ToList())
        {
            var ids = group.Select(m => m.Id).ToList();
            if (!await db.Memberships.CurrentOn(db, clock.Today)
                .AnyAsync(m => m.PartnershipId == group.Key.PartnershipId && m.Role == group.Key.Role
                    && !ids.Contains(m.Id) && db.Users.Any(u => u.Id == m.UserId && u.PasswordHash != null), cancel))
                ending.Remove(group.Last());
        }
    }
}
