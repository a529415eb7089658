using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Commitments;

/// <summary>Signs the current version of the partnership's training commitment for an agency.</summary>
public sealed class SignCommitment(PortalDb db, CommitmentTexts texts, UkClock clock)
{
    public Task RunAsync(
        Viewer viewer, Id<Agency> agencyId, int number, string office, string? undertaking, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            var agency = await db.Agencies.VisibleTo(viewer, Permission.SignCommitment).Where(a => a.Id == agencyId)
                .OneOrRefuseAsync("This agency is not within your reach", null, cancel);
            if (!agency.IsOpenOn(clock.Today)) throw new Refused($"{agency.Name} is closed");
            if (number != (await texts.RunAsync(viewer, cancel))[0].Number)
                throw new Refused("The wording has changed since you opened this page. Read it again before you sign");
            if (await db.CommitmentSignatures.AnyAsync(s => s.AgencyId == agencyId && s.CommitmentNumber == number, cancel))
                throw new Refused("This agency has already signed this version");
            db.CommitmentSignatures.Add(new()
            {
                PartnershipId = viewer.PartnershipId, AgencyId = agencyId, CommitmentNumber = number, SignedOn = clock.Today,
                SignatoryOffice = office, Undertaking = undertaking,
            });
            await db.SaveAsync(viewer, $"Signed version {number} of the training commitment", cancel);
        }, cancel);
}
