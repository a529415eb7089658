using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.PrepareEditions)]
public sealed class CorrectModel(EditionView view, CorrectEdition correct, Viewer viewer) : EditionPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Say what is corrected"), UpTo(1000, What = "What is corrected")]
    public string? ChangeNote { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var correction = await correct.RunAsync(Viewer, EditionId, ChangeNote!, cancel);
        TempData.Notify("Correction started. Check it, then approve it");
        return RedirectToPage("Edition", new { editionId = correction });
    }
}
