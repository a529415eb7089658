using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Drafts;

[Allow(Permission.EditStandards)]
public sealed class DraftModel(
    StandardDraft drafts, DraftEffect effect, PublishDraft publish, Viewer viewer) : DraftPageModel(drafts, viewer)
{
    [BindProperty, Display(Name = "First day"), Required(ErrorMessage = "Enter the first day on which this version is in force")]
    public DateOnly? EffectiveFrom { get; set; }
    public DraftEffect.Found Effect { get; private set; } = null!;
    public IReadOnlyList<ChangeList.Change> Changes => DraftChanges.Between(Details.Replaces, Draft);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await publish.RunAsync(Viewer, StandardCode, EffectiveFrom!.Value, Seen, cancel);
        TempData.Notify($"Version {Draft.Number} is published and comes into force on {EffectiveFrom.Value.Words()}");
        return RedirectToPage("../Standard", new { StandardCode });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Effect = await effect.RunAsync(Viewer, Details, cancel);
        return true;
    }
}
