using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// Corrects a person's name or work e-mail. The agency does that for who works there alone; someone whom several agencies have is
/// corrected by the commissioner, so that no agency decides for another what its people are called. A new address that an agency types is
/// used once its reader has confirmed it: so the answer is the same whether or not the portal knows it.
/// </summary>
public sealed class EditPerson(PortalDb db, UkClock clock, WantedAddress wanted)
{
    // An address must be a person's alone.
    private const string IsAnothers = "Somebody else has this email address already. Check it with the person";

    /// <summary>Whether the viewer may change these two; false when it takes someone who acts for every agency.</summary>
    public async Task<bool> MayAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel)
    {
        var agencies = db.Posts.CurrentOn(clock.Today).Where(p => p.StaffId == staffId).Select(p => p.AgencyId).Distinct();
        var isShared = await agencies.Take(2).CountAsync(cancel) > 1;
        return isShared ? viewer.May(Permission.EditSharedPeople) : viewer.May(Permission.EditStaff);
    }

    /// <summary>The address that has to be confirmed first; null when there is none.</summary>
    public async Task<string?> RunAsync(
        Viewer viewer, Id<StaffMember> staffId, string name, string? email, int version, CancellationToken cancel)
    {
        var permission = viewer.May(Permission.EditStaff) ? Permission.EditStaff : Permission.EditSharedPeople;
        var person = await db.Staff.VisibleTo(viewer, db, clock.Today, permission).Where(s => s.Id == staffId)
            .OneOrRefuseAsync("This person is no longer on your staff list", null, cancel);
        if (!await MayAsync(viewer, staffId, cancel)) throw new Refused(PersonWords.WhoChangesDetails(viewer));
        Refused.IfStale(person, version);
        var address = email?.ToLowerInvariant();
        if (address is not null && await InSight(viewer, permission).AnyAsync(s => s.Email == address && s.Id != staffId, cancel))
            throw new Refused(IsAnothers, nameof(StaffMember.Email));
        var isAsked = address is not null && address != person.Email && !viewer.May(Permission.EditSharedPeople);
        if (isAsked)
        {
            var agency = await db.Agencies.Where(a => a.Id == viewer.AgencyId).Select(a => a.Name).SingleAsync(cancel);
            db.Enqueue(new AddressAskedMail(address!, agency, wanted.CodeFor(person, address!)));
            // Asked once: the same form again is stale, and an address that was asked before is asked no more.
            db.Entry(person).Property(p => p.Name).IsModified = true;
        }
        else person.Email = address;
        person.Name = name;
        await db.SaveAsync(viewer, $"Changed the details of {name}{(isAsked ? $", and asked whether {address} is theirs" : "")}", cancel);
        return isAsked ? address : null;
    }

    /// <summary>The people whose addresses the viewer reads anyway.</summary>
    private IQueryable<StaffMember> InSight(Viewer viewer, Permission permission) => viewer.May(Permission.EditSharedPeople)
        ? db.Staff.OfPartnership(viewer) : db.Staff.VisibleTo(viewer, db, clock.Today, permission);
}
