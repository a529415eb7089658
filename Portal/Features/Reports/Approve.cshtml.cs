using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.ApproveEditions)]
public sealed class ApproveModel(EditionView view, ApproveEdition approve, Viewer viewer) : EditionPageModel(view, viewer)
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public bool Confirmed { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Confirmed) throw new Refused("Confirm that you have read the report", nameof(Confirmed));
        await approve.RunAsync(Viewer, EditionId, Seen, cancel);
        TempData.Notify($"Edition {Edition.Number} approved");
        return BackToEdition();
    }
}
