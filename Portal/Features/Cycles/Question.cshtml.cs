using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Cycles;

/// <summary>Adds a question to a planned cycle, or changes the words of the one whose number is in the address.</summary>
[Allow(Permission.ManageCycles)]
public sealed class QuestionModel(CycleView view, AskQuestion ask, Viewer viewer) : CyclePageModel(view, viewer)
{
    [FromRoute] public int? Number { get; set; }
    [BindProperty] public int Seen { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the question"), UpTo(500, What = "Question")] public string? Text { get; set; }
    [BindProperty, UpTo(1000)] public string? Hint { get; set; }
    [BindProperty] public QuestionKind? Kind { get; set; }
    [BindProperty, UpTo(2000, What = "Descriptions")] public string? Descriptors { get; set; }
    public CycleQuestion? Asked => Details.Questions.FirstOrDefault(q => q.Number == Number);

    public void OnGet() =>
        (Seen, Text, Hint, Kind, Descriptors) = (Details.Cycle.Version, Asked?.Text, Asked?.Hint, Asked?.Kind, Asked?.Descriptors);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((Asked?.Kind ?? Kind) is null) throw new Refused("Select how it is answered", nameof(Kind));
        this.StopIfInvalid();
        await ask.RunAsync(Viewer, CycleId, Asked?.Id, new((Asked?.Kind ?? Kind)!.Value, Text!, Hint, Descriptors), Seen, cancel);
        TempData.Notify(Asked is null ? "Question added" : "Question changed");
        return RedirectToPage("Cycle", new { CycleId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel) =>
        await base.LoadAsync(cancel) && (Number is null || Asked is not null);
}
