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
            : $"Evaluated. {Count(done.ResultsChanged, "standing")} changed, {Count(done.FlagsOpened, "flag")} opened and {done.FlagsClosed:N0} closed");
        return RedirectToPage("Matrix");
    }

    private static string Count(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";
}
