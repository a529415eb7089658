using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>Who can sign a return once a person sends it, or has sent it; and while nobody can, who fills the post.</summary>
public sealed class WhoSigns(PortalDb db, UkClock clock)
{
    /// <param name="Commissioners">Empty while somebody can sign.</param>
    public sealed record Found(IReadOnlyList<PeopleOf.Person> Signers, IReadOnlyList<PeopleOf.Person> Commissioners)
    {
        public bool IsNobody => Signers.Count == 0;
    }

    public async Task<Found> RunAsync(Viewer viewer, AgencyReturn made, CancellationToken cancel)
    {
        var leads = await db.LeadsAsync(viewer, made.AgencyId, clock.Today, cancel);
        var signers = leads[made.AgencyId].Signers(made.MayBeWritten ? viewer.UserId : made.SentBy);
        return new(signers, signers.Count > 0 ? [] : [.. (await db.CommissionersAsync(viewer, clock.Today, cancel)).DistinctBy(c => c.Id)]);
    }
}
