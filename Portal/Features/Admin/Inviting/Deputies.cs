using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.Inviting;

/// <summary>Who stands in for the training lead of the viewer's agency, and who may be named.</summary>
public sealed class Deputies(PortalDb db, UkClock clock)
{
    /// <param name="LastDay">Null while no end is set.</param>
    public sealed record Row(Id<Membership> Id, Id<User> UserId, string Name, string? Email, DateOnly From, DateOnly? LastDay);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var found = await (
            from membership in db.Memberships.OfPartnership(viewer).NotOverOn(db, clock.Today)
            where membership.AgencyId == viewer.AgencyId && membership.Role == Role.TrainingLead && membership.IsDeputy
            join user in db.Users on membership.UserId equals user.Id
            orderby membership.From, membership.Id
            select new { membership, user.Name, user.Email }).AsNoTracking().ToListAsync(cancel);
        return [.. found.Select(f => new Row(
            f.membership.Id, f.membership.UserId, f.Name, f.Email, f.membership.From, f.membership.Until?.AddDays(-1)))];
    }
}
