using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff;

/// <summary>Corrects a person's name or work e-mail.</summary>
public sealed class EditPerson(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<StaffMember> staffId, string name, string? email, int version, CancellationToken cancel)
    {
        var person = await db.Staff.VisibleTo(viewer, db, clock.Today, Permission.EditStaff).Where(s => s.Id == staffId)
            .OneOrRefuseAsync("This person is no longer on your staff list", null, cancel);
        Refused.IfStale(person, version);
        var address = email?.ToLowerInvariant();
        if (address is not null && await db.Staff.OfPartnership(viewer).AnyAsync(s => s.Email == address && s.Id != staffId, cancel))
            throw new Refused("This email address is already used by someone else. Check it with the person", nameof(StaffMember.Email));
        (person.Name, person.Email) = (name, address);
        await db.SaveAsync(viewer, $"Changed the details of {name}", cancel);
    }
}
