using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Saves what happened at the door with its line in the audit. It never repeats what was typed: people type passwords
/// into the wrong box.
/// </summary>
public sealed class SignInAudit(PortalDb db)
{
    /// <summary>Saves what Identity changed about a person, and writes it in the audit of the partnership they belong to.</summary>
    public async Task SaveAsync(PortalUser user, string what, CancellationToken cancel)
    {
        var membership = await db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id).OrderBy(m => m.Until == null ? 0 : 1)
            .ThenByDescending(m => m.From).ThenBy(m => m.Id)
            .Select(m => new { m.PartnershipId, m.Role }).FirstOrDefaultAsync(cancel);
        if (membership is null) await NobodyAsync(what, cancel);
        else await db.SaveAsync(new(user.Id, user.Name, membership.PartnershipId, membership.Role), what, cancel);
    }

    /// <summary>For a person we do not know: kept by the partnership that was here first.</summary>
    public async Task NobodyAsync(string what, CancellationToken cancel)
    {
        var first = await db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(cancel);
        if (first != default) await db.SaveAsync(Viewer.System(first) with { Name = "Someone not signed in" }, what, cancel);
    }
}
