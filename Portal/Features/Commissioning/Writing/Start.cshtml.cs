using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests)]
public sealed class StartModel(RequestChoices choices, StartRequest start, AskedAlready already, Viewer viewer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Level")] public int? Level { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a title"), UpTo(150)] public string? Title { get; set; }
    [BindProperty] public bool IsUrgent { get; set; }
    [BindProperty, Display(Name = "Day")] public DateOnly? CommissionedOn { get; set; }
    [BindProperty, UpTo(1000)] public string? Urgency { get; set; }
    public IReadOnlyList<Level> Levels { get; private set; } = [];

    /// <summary>Courses and requests of the level; null until one is chosen.</summary>
    public AskedAlready.Found? Found { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Level is null) throw new Refused("Select a level", nameof(Level));
        if (IsUrgent && CommissionedOn is null)
            ModelState.TryAddModelError(nameof(CommissionedOn), "Enter the day on which it was commissioned");
        if (IsUrgent && Urgency is null) ModelState.TryAddModelError(nameof(Urgency), "Enter why it could not wait");
        this.StopIfInvalid();
        var id = await start.RunAsync(
            viewer, Title!, Level.Value, IsUrgent ? new(CommissionedOn!.Value, Urgency) : null, cancel);
        return RedirectToPage("/Commissioning/Request", new { requestId = id });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Levels = await choices.LevelsAsync(viewer, cancel);
        if (Level is { } level && Levels.Any(l => l.Number == level)) Found = await already.RunAsync(viewer, level, cancel);
        return true;
    }
}
