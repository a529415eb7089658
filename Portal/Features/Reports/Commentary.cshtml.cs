using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.PrepareEditions)]
public sealed class CommentaryModel(EditionView view, CommentOnEdition comment, Viewer viewer) : EditionPageModel(view, viewer)
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty, UpTo(4000)] public string? Commentary { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await comment.RunAsync(Viewer, EditionId, Commentary, Seen, cancel);
        TempData.Notify("Commentary saved");
        return BackToEdition();
    }
}
