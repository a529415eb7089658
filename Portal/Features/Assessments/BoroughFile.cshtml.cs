using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Assessments;

/// <summary>The gap and its cost as a file: a line for each agency.</summary>
[Allow(Permission.ReadGaps)]
public sealed class BoroughFileModel(BoroughGap gap, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly (string, Func<BoroughGap.AgencyLine, object?>)[] Columns =
    [
        ("Agency", a => a.Name), ("Kind", a => a.Type.Words()), ("Return", a => a.AssessmentId is null ? "No signed return" : "Signed"),
        ("People", a => Known(a, a.People)), ("Gap", a => Known(a, a.Gap)), ("Cost £", a => Known(a, a.Cost.Pence / 100m)),
        ("Asked of the partnership £", a => Known(a, a.Asked.Pence / 100m)), ("No source £", a => Known(a, a.NoSource.Pence / 100m)),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (lines, name) = ((await gap.RunAsync(viewer, cancel)).Agencies.ToAsyncEnumerable(), $"gap-and-cost-{clock.Today:O}");
        return Format == "xlsx" ? new SpreadsheetFile<BoroughGap.AgencyLine>($"{name}.xlsx", "Gap and cost", Columns, lines) : new CsvFile<BoroughGap.AgencyLine>($"{name}.csv", Columns, lines);
    }

    private static object? Known(BoroughGap.AgencyLine agency, object figure) => agency.AssessmentId is null ? null : figure;
}
