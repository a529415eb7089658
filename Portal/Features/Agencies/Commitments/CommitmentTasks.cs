using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.Commitments;

/// <summary>The commitment, for the executive lead of an agency that has not signed it.</summary>
public sealed class CommitmentTasks(PortalDb db) : ITasks
{
    public int Order => 140;
    public Permission? Needs => Permission.SignCommitment;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        viewer.Reach(Permission.SignCommitment) != Reach.Agency
            || await db.CommitmentSignatures.AnyAsync(c => c.AgencyId == viewer.AgencyId, cancel)
            ? [] : [new("Sign the training commitment", $"/Agencies/{viewer.AgencyId}")];
}
