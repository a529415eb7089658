using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Certificates;

/// <summary>
/// Whether a certificate is genuine, for anyone who has its code. Whose it is, is said only to who knows the first letter of the surname.
/// </summary>
public sealed class CheckCertificate(PortalDb db, CertificateFacts facts)
{
    /// <param name="Name">Null until the initial is right.</param>
    public sealed record Found(CertificateFacts.Facts Facts, string? Name);

    /// <summary>Null when there is no certificate of this code.</summary>
    public async Task<Found?> RunAsync(string? code, string? initial, CancellationToken cancel)
    {
        var key = Certificate.Normal(code);
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Code == key, cancel);
        if (certificate is null) return null;
        var name = await db.Bookings.Where(b => b.Id == certificate.BookingId)
            .Join(db.Staff, b => b.StaffId, s => s.Id, (_, s) => s.Name).SingleAsync(cancel);
        return new(await facts.RunAsync(certificate, cancel), IsInitial(initial, name) ? name : null);
    }

    private static bool IsInitial(string? initial, string name) => initial?.Trim() is { Length: > 0 } typed
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var surname]
        && CultureInfo.InvariantCulture.CompareInfo.IsPrefix(
            surname, typed[..1], CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
}
