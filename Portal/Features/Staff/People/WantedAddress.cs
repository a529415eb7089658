using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// A work address that an agency has typed for a person, as the link in the message to that address says it. Only who reads its mail can
/// say that it is theirs; until then nothing is changed, and nobody is told whether the portal knows it.
/// </summary>
public sealed class WantedAddress(PortalDb db, IDataProtectionProvider protection, UkClock clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(28);

    public sealed record Found(Id<StaffMember> StaffId, Id<Partnership> PartnershipId, string Person, string Address);

    /// <param name="Version">Of the person once it was asked: whatever is changed of them later ends the link.</param>
    private sealed record Wanted(Guid StaffId, int Version, string Address, DateTime Until);

    private IDataProtector Seal => protection.CreateProtector("An address that an agency wants for a person");

    public string CodeFor(StaffMember person, string address) =>
        Seal.Protect(JsonSerializer.Serialize(new Wanted(person.Id.Value, person.Version + 1, address, clock.Now + Lasts)));

    /// <summary>Null when the link is not ours, too old, or of a person who was changed or has left since.</summary>
    public async Task<Found?> RunAsync(string? code, CancellationToken cancel)
    {
        if (Read(code) is not { } wanted || clock.Now >= wanted.Until) return null;
        var id = new Id<StaffMember>(wanted.StaffId);
        return await db.Staff.Where(s => s.Id == id && s.Version == wanted.Version
                && db.Posts.CurrentOn(clock.Today).Any(p => p.StaffId == id))
            .Select(s => new Found(s.Id, s.PartnershipId, s.Name, wanted.Address)).SingleOrDefaultAsync(cancel);
    }

    private Wanted? Read(string? code)
    {
        try
        {
            return string.IsNullOrEmpty(code) ? null : JsonSerializer.Deserialize<Wanted>(Seal.Unprotect(code));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
