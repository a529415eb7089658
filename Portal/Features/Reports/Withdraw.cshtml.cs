using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.ApproveEditions)]
public sealed class WithdrawModel(EditionView view, WithdrawApproval withdraw, Viewer viewer) : EditionPageModel(view, viewer)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await withdraw.RunAsync(Viewer, EditionId, cancel);
        TempData.Notify($"Approval withdrawn. Edition {Edition.Number} is a draft again");
        return BackToEdition();
    }
}
