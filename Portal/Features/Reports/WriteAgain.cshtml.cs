using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.PrepareEditions)]
public sealed class WriteAgainModel(EditionView view, FiguresAgain figures, PrepareEdition prepare, Viewer viewer)
    : EditionPageModel(view, viewer)
{
    [BindProperty] public int Seen { get; set; }

    /// <summary>What would change; null when the figures cannot be written again.</summary>
    public FiguresAgain.Row? Again { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Edition.MayBeWrittenAgain) Again = await figures.RunAsync(Viewer, Edition, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await prepare.RunAsync(Viewer, Edition.MeetingId, cancel, Seen);
        TempData.Notify("The figures are written again");
        return BackToEdition();
    }
}
