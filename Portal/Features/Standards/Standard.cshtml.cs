using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;

namespace Portal.Features.Standards;

[Allow(Permission.ReadStandards)]
public sealed class StandardModel(StandardView view, Viewer viewer, UkClock clock) : PageModel
{
    [FromRoute] public string StandardCode { get; set; } = "";
    [FromQuery] public DateOnly? AsAt { get; set; }
    public StandardView.Details Details { get; private set; } = null!;
    public DateOnly Day => AsAt is { } day && day < clock.Today ? day : clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await view.RunAsync(viewer, StandardCode, Day, cancel) is not { } details) return NotFound();
        Details = details;
        return Page();
    }

    /// <summary>How agencies stand, once for each level of a standard that is measured by level; agencies it does not apply to are counted apart.</summary>
    public IEnumerable<(string Caption, List<DotPlot.Row> Rows, int NotApplicable)> Plots => Details.Lines.GroupBy(l => l.Level).Select(g => (
        g.Key == 0 ? "How every agency stands" : $"Level {Details.Levels.FirstOrDefault(l => l.Number == g.Key)?.Code ?? $"{g.Key}"}",
        g.Where(l => l.Outcome != Outcome.NotApplicable).Select(Row).ToList(),
        g.Count(l => l.Outcome == Outcome.NotApplicable)));

    private DotPlot.Row Row(StandardView.Line l) =>
        new(l.Agency, l.Outcome, l.Denominator == 0 ? null : new Share(l.Numerator, l.Denominator), Url.Content($"~/Agencies/{l.AgencyId}"), l.Note);
}
