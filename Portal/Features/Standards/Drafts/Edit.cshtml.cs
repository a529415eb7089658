using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Drafts;

[Allow(Permission.EditStandards)]
public sealed class EditModel(StandardDraft drafts, ChangeDraft change, Viewer viewer) : DraftPageModel(drafts, viewer)
{
    [BindProperty] public DraftForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Levels => Details.Levels.Choices();

    public void OnGet() => Form = DraftForm.Of(Draft);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await change.RunAsync(Viewer, StandardCode, Form.Terms(), Seen, cancel);
        TempData.Notify("Draft changed");
        return RedirectToPage("Draft", new { StandardCode });
    }
}
