using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework.Drafting;

/// <summary>What a level of a draft is called and is for, how long its training takes, and by when a starter must hold it.</summary>
[Allow(Permission.EditFramework)]
public sealed class LevelTextModel(FrameworkView frameworks, RewordLevel reword, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [FromRoute] public int Number { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a name")] public string? Title { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter what it is for")] public string? Description { get; set; }
    [BindProperty, Display(Name = "Hours")] public decimal? MinimumHours { get; set; }
    [BindProperty, Display(Name = "Months for a starter"), Required(ErrorMessage = "Enter the months that a starter has")]
    public int? DueMonths { get; set; }
    [BindProperty] public int Seen { get; set; }
    public Level Level { get; private set; } = null!;

    public void OnGet() => (Title, Description, MinimumHours, DueMonths, Seen) =
        (Level.Title, Level.Description, Level.MinimumHours, Level.DueMonths, Framework.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await reword.RunAsync(Viewer, DraftId, Number, new(Title!, Description!, MinimumHours, DueMonths!.Value), Seen, cancel);
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
