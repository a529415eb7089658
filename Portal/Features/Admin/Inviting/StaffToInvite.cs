using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.Inviting;

/// <summary>People in post at the viewer's agency, who of them can sign in, and why somebody cannot be invited.</summary>
public sealed class StaffToInvite(PortalDb db, UkClock clock)
{
    /// <param name="Everyone">Those too who have an account at the agency or were invited to one.</param>
    /// <param name="Only">Instead, some of them; all on one page.</param>
    public sealed record Filter(
        string? Search = null, bool Everyone = false, int Page = 1, IReadOnlyCollection<Id<StaffMember>>? Only = null);

    public sealed record Row(Id<StaffMember> Id, string Name, string? Email, string Jobs)
    {
        /// <summary>Their account, by a role that names them or by the address; null while there is none.</summary>
        public PortalUser? User { get; init; }

        /// <summary>Where the message goes.</summary>
        public string? Address => User?.Email ?? Email;

        /// <summary>What they are at the agency already, or are to be once they accept.</summary>
        public Role? Role { get; init; }

        /// <summary>The day of the latest invitation; null when there was none.</summary>
        public DateOnly? InvitedOn { get; init; }
        public string? WhyNot { get; init; }
        public string? Note => WhyNot ?? (InvitedOn is { } on && User?.PasswordHash is null
            ? $"Invited on {Words.Day(on)}{(Role is { } role ? $" as {role.InSentence()}" : "")} and not accepted yet. "
                + "The link is sent again, and what they are stays" : null);
    }

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var posts = db.Posts.VisibleTo(viewer, Permission.InviteStaff).CurrentOn(clock.Today);
        var people = db.Staff.AsNoTracking().OfPartnership(viewer).Where(s => posts.Any(p => p.StaffId == s.Id));
        var held = db.Memberships.OfPartnership(viewer).NotOverOn(db, clock.Today).Where(m => m.AgencyId == viewer.AgencyId);
        if (filter.Only is { } only) people = people.Where(s => only.Contains(s.Id));
        else if (!filter.Everyone) people = people.Where(s => !held.Any(m => m.StaffId == s.Id));
        if (filter.Search is { } search) people = people.Where(NameSearch.For(search).Of((StaffMember s) => s.Name));
        var ordered = people.OrderBy(s => NameSearch.Folded(s.Name)).ThenBy(s => s.Id);
        var page = filter.Only is null ? await ordered.ToPageAsync(filter.Page, cancel)
            : await ordered.ToListAsync(cancel) is var all ? new Page<StaffMember>(all, 1, all.Count) : null!;
        return new(await RowsAsync(viewer, page.Rows, cancel), page.Number, page.Total);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(Viewer viewer, IReadOnlyList<StaffMember> people, CancellationToken cancel)
    {
        var ids = people.Select(s => s.Id).ToList();
        var jobs = (await db.Posts.VisibleTo(viewer, Permission.InviteStaff).CurrentOn(clock.Today).Where(p => ids.Contains(p.StaffId))
            .Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (p, t) => new { p.StaffId, t.Title }).ToListAsync(cancel))
            .ToLookup(j => j.StaffId, j => j.Title);
        var addresses = people.Where(s => s.Email is not null).Select(s => s.Email!.ToUpperInvariant()).ToList();
        var held = await db.Memberships.AsNoTracking().OfPartnership(viewer).NotOverOn(db, clock.Today)
            .Where(m => m.AgencyId == viewer.AgencyId && ((m.StaffId != null && ids.Contains(m.StaffId.Value))
                || db.Users.Any(u => u.Id == m.UserId && addresses.Contains(u.NormalizedEmail!)))).ToListAsync(cancel);
        var byEntry = held.Where(m => m.StaffId is not null).ToLookup(m => m.StaffId!.Value, m => m.UserId);
        var known = held.ConvertAll(m => m.UserId);
        var users = await db.Users.Where(u => known.Contains(u.Id) || addresses.Contains(u.NormalizedEmail!)).ToListAsync(cancel);
        var accounts = users.ConvertAll(u => u.Id);
        var invited = await db.OneTimeLinks.Where(l => accounts.Contains(l.UserId) && l.Purpose == LinkPurpose.Invitation)
            .GroupBy(l => l.UserId).Select(l => new { l.Key, At = l.Max(x => x.SentAt) }).ToDictionaryAsync(l => l.Key, l => l.At, cancel);
        return [.. people.Select(s =>
        {
            var user = users.Find(u => byEntry[s.Id].Contains(u.Id))
                ?? users.Find(u => string.Equals(u.Email, s.Email, StringComparison.OrdinalIgnoreCase));
            var role = held.Find(m => m.UserId == user?.Id)?.Role;
            DateOnly? on = user is not null && role is not null && invited.TryGetValue(user.Id, out var at) ? UkClock.DayOf(at) : null;
            return new Row(s.Id, s.Name, s.Email, jobs[s.Id].Listed())
            {
                User = user, Role = role, InvitedOn = on, WhyNot = WhyNot(viewer, s, user, role, on),
            };
        })];
    }

    private string? WhyNot(Viewer viewer, StaffMember person, PortalUser? user, Role? role, DateOnly? invitedOn) =>
        user is null ? person.Email is null ? "No work email on the staff list" : null
        : user.Id == viewer.UserId ? "This is you"
        : role is null ? null
        : user.PasswordHash is not null ? $"Has an account already, as {role.Value.InSentence()}"
        : invitedOn == clock.Today ? "Was invited today" : null;
}
