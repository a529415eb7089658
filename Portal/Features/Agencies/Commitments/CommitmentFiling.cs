using Portal.Features.Hubs;

namespace Portal.Features.Agencies.Commitments;

/// <summary>The version of the training commitment that an agency signed.</summary>
public sealed class CommitmentFiling(CommitmentTexts texts) : IFiling
{
    /// <param name="Signed">The newest; null when none is.</param>
    /// <param name="Current">The number of the version that is asked for today.</param>
    public sealed record Filed(Id<Agency> AgencyId, AgencyView.Signature? Signed, int Current, bool MaySign);

    public int Order => 30;

    public async Task<Panel> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel)
    {
        var (signed, current) = (agency.Signatures is [var newest, ..] ? newest : null, (await texts.RunAsync(viewer, cancel))[0].Number);
        return new("~/Features/Agencies/Commitments/_Filing.cshtml", new Filed(agency.Agency.Id, signed, current,
            signed?.Number != current && agency.May(viewer, Permission.SignCommitment)));
    }
}
