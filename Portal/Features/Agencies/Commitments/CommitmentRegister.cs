using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Commitments;

/// <summary>
/// Every open agency within reach and the newest version of the commitment that it has signed; those still to sign first.
/// </summary>
public sealed class CommitmentRegister(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Agency> Id, string Name, int? Number, DateOnly? SignedOn, string? Office, string? Undertaking);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var agencies = await db.Agencies.VisibleTo(viewer).OpenOn(clock.Today).OrderBy(a => a.Name)
            .Select(a => new
            {
                a.Id, a.Name,
                Signed = db.CommitmentSignatures.Where(s => s.AgencyId == a.Id).OrderByDescending(s => s.CommitmentNumber).FirstOrDefault()
            })
            .ToListAsync(cancel);
        return [.. agencies.OrderBy(a => a.Signed?.CommitmentNumber ?? 0)
            .Select(a => new Row(
                a.Id, a.Name, a.Signed?.CommitmentNumber, a.Signed?.SignedOn, a.Signed?.SignatoryOffice, a.Signed?.Undertaking))];
    }
}
