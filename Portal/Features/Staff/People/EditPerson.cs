using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// Corrects a person's name or work e-mail. The agency does that for who works there alone; someone whom several agencies have is
/// corrected by the commissioner, so that no agency decides for another what its people are called.
/// </summary>
public sealed class EditPerson(PortalDb db, UkClock clock)
{
    // An address must be a person's alone. The sentence is the same wherever the other one works.
    private const string CannotBeUsed =
        "This email address cannot be used here. Check it with the person, or ask the partnership’s commissioner";

    /// <summary>Whether the viewer may change these two; false when it takes someone who acts for every agency.</summary>
    public async Task<bool> MayAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel)
    {
        var agencies = db.Posts.CurrentOn(clock.Today).Where(p => p.StaffId == staffId).Select(p => p.AgencyId).Distinct();
        var isShared = await agencies.Take(2).CountAsync(cancel) > 1;
        return isShared ? viewer.May(Permission.EditSharedPeople) : viewer.May(Permission.EditStaff);
    }

    public async Task RunAsync(Viewer viewer, Id<StaffMember> staffId, string name, string? email, int version, CancellationToken cancel)
    {
        var permission = viewer.May(Permission.EditStaff) ? Permission.EditStaff : Permission.EditSharedPeople;
        var person = await db.Staff.VisibleTo(viewer, db, clock.Today, permission).Where(s => s.Id == staffId)
            .OneOrRefuseAsync("This person is no longer on your staff list", null, cancel);
        if (!await MayAsync(viewer, staffId, cancel)) throw new Refused(PersonWords.WhoChangesDetails(viewer));
        Refused.IfStale(person, version);
        var address = email?.ToLowerInvariant();
        if (address is not null && await db.Staff.OfPartnership(viewer).AnyAsync(s => s.Email == address && s.Id != staffId, cancel))
            throw new Refused(CannotBeUsed, nameof(StaffMember.Email));
        (person.Name, person.Email) = (name, address);
        await db.SaveAsync(viewer, $"Changed the details of {name}", cancel);
    }
}
