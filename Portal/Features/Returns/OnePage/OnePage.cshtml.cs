using Microsoft.AspNetCore.Mvc;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.OnePage;

/// <summary>The whole return in one form. What is right is saved even when something else on the page is refused.</summary>
[Allow(Permission.WriteReturns)]
public sealed class OnePageModel(ReturnView view, OnePage page, FillOnePage fill, Viewer viewer) : ReturnPageModel(view, viewer)
{
    [BindProperty] public OnePageForm Form { get; set; } = new();
    public OnePage.View Kept { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (!Return.Return.MayBeWritten) return RedirectToPage("/Returns/Return", new { ReturnId });
        Form = Kept.Form();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        foreach (var problem in OnePageParts.Missing(Form, Kept).ToList()) Say(problem);
        foreach (var problem in await fill.RunAsync(Viewer, ReturnId, OnePageParts.Of(Form, Kept, IsSound, Return.Today), cancel))
            Say(problem);
        if (!ModelState.IsValid && await LoadAsync(cancel)) Form.Adopt(Kept.Form(), IsSound);
        this.StopIfInvalid();
        return To(then == "check" ? "/Returns/Handing/Check" : "/Returns/OnePage/OnePage", "Everything on the page is saved");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (!Viewer.May(Permission.ShareReturns, Return.Return.AgencyId)) return false;
        Kept = await page.RunAsync(Return, cancel);
        return true;
    }

    private bool IsSound(OnePageRow row) =>
        !ModelState.Any(e => e.Value!.Errors.Count > 0 && e.Key.StartsWith($"{nameof(Form)}.{row}.", StringComparison.Ordinal));

    private void Say(FillOnePage.Problem problem) =>
        ModelState.AddModelError($"{nameof(Form)}.{problem.Row}.{problem.Field}", problem.Sentence);
}
