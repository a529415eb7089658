using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// What someone who was sent an edition may acknowledge it as. Whoever leads an agency and sits on the board acts as one of the two
/// at a time, and only one of them may.
/// </summary>
public sealed class AcknowledgingRole(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Membership> MembershipId, Role Role);

    /// <summary>Another current membership of this person that may; null when there is none, or the one they act in may itself.</summary>
    public Task<Row?> RunAsync(Viewer viewer, CancellationToken cancel) => viewer.May(Permission.AcknowledgeEditions)
        ? Task.FromResult<Row?>(null)
        : db.Memberships.OfPartnership(viewer).CurrentOn(db, clock.Today).WhoAcknowledge().Where(m => m.UserId == viewer.UserId)
            .OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new Row(m.Id, m.Role)).FirstOrDefaultAsync(cancel);
}

internal static class Acknowledging
{
    /// <summary>Memberships whose role is asked to acknowledge editions.</summary>
    public static IQueryable<Membership> WhoAcknowledge(this IQueryable<Membership> memberships)
    {
        var roles = Enum.GetValues<Role>()
            .Where(r => r != Role.System && Permissions.Of(r, Permission.AcknowledgeEditions) != Reach.None).ToList();
        return memberships.Where(m => roles.Contains(m.Role));
    }
}
