using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards;

[Allow(Permission.RunEvaluation)]
public sealed class EvaluateModel(EvaluateStandards evaluate, Viewer viewer, UkClock clock) : PageModel
{
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var done = await evaluate.RunAsync(viewer, Today, cancel);
        TempData.Notify(done.ResultsChanged == 0
            ? "Evaluated. Nothing has changed"
            : $"Evaluated. {Words.Count(done.ResultsChanged, "standing")} changed, {Words.Count(done.FlagsOpened, "flag")} opened "
                + $"and {Words.Number(done.FlagsClosed)} closed");
        return RedirectToPage("Matrix");
    }
}
