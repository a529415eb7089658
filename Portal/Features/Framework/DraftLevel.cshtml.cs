using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework;

[Allow(Permission.EditFramework)]
public sealed class DraftLevelModel(FrameworkView frameworks, SetRefresh set, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [FromRoute] public int Number { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether training at this level lapses")] public bool? Lapses { get; set; }
    [BindProperty, Display(Name = "Number of months")] public int? RefreshMonths { get; set; }
    [BindProperty] public int? Seen { get; set; }
    public Level Level { get; private set; } = null!;

    public void OnGet() => (Lapses, RefreshMonths, Seen) = (Level.RefreshMonths is not null, Level.RefreshMonths, Level.RefreshMonths);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Lapses == true && RefreshMonths is null) throw new Refused("Enter the number of months", nameof(RefreshMonths));
        await set.RunAsync(Viewer, DraftId, Number, Lapses == true ? RefreshMonths : null, Seen, cancel);
        TempData.Notify($"Level {Level.Code} changed in this draft");
        return ToLevel(Number);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Framework.Levels.FirstOrDefault(l => l.Number == Number) is not { } level) return false;
        Level = level;
        return true;
    }
}
