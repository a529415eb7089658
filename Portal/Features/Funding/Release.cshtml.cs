using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Funding;

[Allow(Permission.EditFunding)]
public sealed class ReleaseModel(FundingLedger ledger, ReleaseFunding release, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    [FromRoute] public Id<FundingCommitment> CommitmentId { get; set; }
    public FundingLedger.CommitmentLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await release.RunAsync(Viewer, CommitmentId, cancel);
        TempData.Notify($"{Line.Amount} released");
        return RedirectToPage("Index");
    }

    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (Ledger.Commitments.FirstOrDefault(c => c.Id == CommitmentId) is not { } line) return Task.FromResult(false);
        Line = line;
        return Task.FromResult(true);
    }
}
