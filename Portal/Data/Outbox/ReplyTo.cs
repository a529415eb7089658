using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Outbox;

/// <summary>Who reads what is sent back in answer to a message.</summary>
public sealed record ReplyTo(string Name, string Address)
{
    /// <summary>"Cora Reeve (cora@borough.example)".</summary>
    public string Words => $"{Name} ({Address})";
}

public static class Replies
{
    /// <summary>
    /// A reply goes to the commissioner or the lead who did what the message tells of; whoever else did it, and of the portal's own doing,
    /// to the contact that the partnership has set. Null when that is only a placeholder.
    /// </summary>
    public static async Task<ReplyTo?> ReplyToAsync(this PortalDb db, Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Role is Role.Commissioner or Role.TrainingLead or Role.ExecutiveLead
            && await db.Users.Where(u => u.Id == viewer.UserId).Select(u => u.Email).SingleOrDefaultAsync(cancel) is { } own)
            return new(viewer.Name, own);
        var contact = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId)
            .Select(p => new ReplyTo(p.ShortName, p.SupportEmail)).SingleOrDefaultAsync(cancel);
        return contact?.Address.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase) == true ? null : contact;
    }
}
