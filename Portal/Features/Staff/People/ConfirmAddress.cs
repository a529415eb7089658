using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>The person says, by the link in a message, that an address is theirs: from now on it is.</summary>
public sealed class ConfirmAddress(PortalDb db, WantedAddress wanted)
{
    public async Task RunAsync(string? code, CancellationToken cancel)
    {
        var found = await wanted.RunAsync(code, cancel) ?? throw new Refused("This link no longer works");
        var person = await db.Staff.SingleAsync(s => s.Id == found.StaffId, cancel);
        var viewer = Viewer.System(found.PartnershipId) with { Name = found.Person };
        if (await db.Staff.OfPartnership(viewer).AnyAsync(s => s.Email == found.Address && s.Id != person.Id, cancel))
            throw new Refused(
                "This address is on another record already. If both are you, ask the partnership’s commissioner to put it right");
        person.Email = found.Address;
        await db.SaveAsync(viewer, "Confirmed a work email address", cancel);
    }
}
