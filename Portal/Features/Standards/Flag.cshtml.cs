using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards;

[Allow(Permission.ReadFlags)]
public sealed class FlagModel(FlagProof proof, FlagEditions editions, Viewer viewer, UkClock clock) : LoadedPageModel
{
    [FromRoute] public Id<Flag> FlagId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public FlagProof.Details Proof { get; private set; } = null!;
    public IReadOnlyList<FlagEditions.Row> Editions { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public bool MayReadStaff => viewer.May(Permission.ReadStaff, Proof.Flag.AgencyId);
    public bool MayReadEditions => viewer.May(Permission.ReadEditions);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await proof.RunAsync(viewer, FlagId, Number, cancel) is not { } details) return false;
        (Proof, Editions) = (details, await editions.RunAsync(viewer, details.Flag, cancel));
        return true;
    }
}
