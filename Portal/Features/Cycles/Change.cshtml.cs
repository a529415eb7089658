using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Cycles;

[Allow(Permission.ManageCycles)]
public sealed class ChangeModel(CycleView view, ChangeCycle change, Viewer viewer) : CyclePageModel(view, viewer)
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public CycleForm Form { get; set; } = new();
    [BindProperty] public List<Id<CycleQuestion>> Asked { get; set; } = [];
    public IReadOnlyList<Choice> Questions => [.. Details.Questions.Select(q => new Choice(q.Id.ToString(), q.Text))];

    public void OnGet() =>
        (Seen, Form, Asked) = (Details.Cycle.Version, CycleForm.Of(Details.Cycle), [.. Details.Questions.Select(q => q.Id)]);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await change.RunAsync(Viewer, CycleId, Form.Entry(), Asked, Seen, cancel);
        TempData.Notify("Cycle changed");
        return RedirectToPage("Cycle", new { CycleId });
    }
}
