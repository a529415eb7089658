using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework;

[Allow(Permission.EditFramework)]
public sealed class DraftModel(
    FrameworkView frameworks, DraftEffect effect, PublishDraft publish, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [BindProperty, Display(Name = "First day"), Required(ErrorMessage = "Enter the first day on which this version is in force")]
    public DateOnly? EffectiveFrom { get; set; }
    [BindProperty] public int Seen { get; set; }
    public DraftEffect.Found Effect { get; private set; } = null!;
    public IReadOnlyList<DraftChanges.Change> Changes { get; private set; } = [];

    public void OnGet() => Seen = Framework.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await publish.RunAsync(Viewer, DraftId, EffectiveFrom!.Value, Seen, cancel);
        TempData.Notify($"Version {Framework.Number} is published and comes into force on {EffectiveFrom.Value.Words()}");
        return RedirectToPage("Index");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || await InForceAsync(cancel) is not { } inForce) return false;
        Changes = DraftChanges.Between(inForce, Details);
        Effect = await effect.RunAsync(Viewer, inForce.Framework, Framework, cancel);
        return true;
    }
}
