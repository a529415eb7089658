using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Admin.People;

namespace Portal.Features.Admin.Inviting;

/// <summary>
/// A training lead names someone of their own agency's staff list to stand in for them, until a day or until it is ended. A deputy names
/// no other, and the commissioners are told, because the two may verify what the other enters.
/// </summary>
public sealed class NameDeputy(PortalDb db, GiveRole give, UkClock clock)
{
    public Task RunAsync(Viewer viewer, string email, DateOnly? lastDay, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.InviteStaff);
        if (await db.Memberships.AnyAsync(m => m.Id == viewer.MembershipId && m.IsDeputy, cancel))
            throw new Refused("A deputy does not name another. Ask the training lead or the commissioner");
        var lower = email.ToLowerInvariant();
        var posts = db.Posts.VisibleTo(viewer, Permission.InviteStaff).CurrentOn(clock.Today);
        var person = await db.Staff.AsNoTracking().OfPartnership(viewer)
            .Where(s => s.Email!.ToLower() == lower && posts.Any(p => p.StaffId == s.Id)).FirstOrDefaultAsync(cancel)
            ?? throw new Refused("Nobody on your staff list has this address. Add them first", "Email");
        var agency = await db.Agencies.Where(a => a.Id == viewer.AgencyId).Select(a => new { a.Id, a.Name }).SingleAsync(cancel);
        var until = lastDay is { } last ? $", until {Words.Day(last)}" : "";
        await give.RunAsync(viewer, new(Role.TrainingLead, person.Email!, $"deputy training lead, {agency.Name}{until}")
        {
            AgencyId = agency.Id, StaffId = person.Id, Name = person.Name, IsDeputy = true, LastDay = lastDay,
        }, cancel);
        db.Tell(await db.CommissionersAsync(viewer, clock.Today, cancel),
            to => new DeputyNamedMail(agency.Id, agency.Name, person.Id, person.Name, viewer.Name, until, clock.Today, to));
        await db.SaveAsync(viewer, $"Named {person.Name} as deputy training lead{until}", cancel);
    }, cancel);
}
