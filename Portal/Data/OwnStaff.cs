using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public static class OwnStaff
{
    /// <summary>
    /// The people on staff lists who are really these users: by a role of theirs, whether it still holds or not, and by the
    /// address they sign in with. Nobody decides on the training of any of them for themselves.
    /// </summary>
    public static async Task<IReadOnlyList<Id<StaffMember>>> OwnStaffAsync(
        this PortalDb db, Id<Partnership> partnershipId, CancellationToken cancel, params Id<User>?[] users)
    {
        var known = users.OfType<Id<User>>().ToList();
        if (known.Count == 0) return [];
        // Keyed questions, and not one with "or" that no index answers.
        var byRole = db.Memberships.Where(m => known.Contains(m.UserId) && m.StaffId != null).Select(m => m.StaffId!.Value);
        var addresses = await db.Users.Where(u => known.Contains(u.Id)).Select(u => u.Email!.ToLower()).ToListAsync(cancel);
        var byAddress = db.Staff.Where(s => s.PartnershipId == partnershipId && addresses.Contains(s.Email!)).Select(s => s.Id);
        return [.. (await byRole.ToListAsync(cancel)).Union(await byAddress.ToListAsync(cancel))];
    }
}
