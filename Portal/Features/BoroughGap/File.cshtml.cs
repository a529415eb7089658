using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Features.Returns;
using Portal.Features.Returns.Totals;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.BoroughGap;

/// <summary>The gap and its cost as a file: a line for each agency.</summary>
[Allow(Permission.ReadGaps)]
public sealed class FileModel(BoroughFigures gap, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<BoroughFigures.AgencyLine>[] Columns =
    [
        new("Agency", a => a.Name), new("Kind", a => a.Type.Words()),
        new("Return", a => a.ReturnId is null ? "No signed return" : "Signed"), new("People", a => Known(a, a.People)),
        new("Gap", a => Known(a, a.Gap)), new("Cost £", a => Known(a, a.Cost)),
        new("Asked of the partnership £", a => Known(a, a.Asked)), new("No source £", a => Known(a, a.NoSource)),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (lines, name) = ((await gap.RunAsync(viewer, cancel)).Agencies.ToAsyncEnumerable(), $"gap-and-cost-{clock.Today:O}");
        return SpreadsheetFile.OrCsv(Format, name,
            new("The gap in training and what closing it costs, from each agency’s newest signed return",
                ("As at", Words.Day(clock.Today))),
            new Sheet<BoroughFigures.AgencyLine>(
                "Gap and cost", "One row for each agency; empty where it has signed no return", Columns, lines));
    }

    private static object? Known(BoroughFigures.AgencyLine agency, object figure) => agency.ReturnId is null ? null : figure;
}
