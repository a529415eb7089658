using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports;

/// <summary>The refused rows as a file to correct and upload again.</summary>
[Allow(Permission.ImportStaff)]
public sealed class RefusedModel(RefusedRows refused, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Id<Import> importId, CancellationToken cancel)
    {
        if (await refused.RunAsync(viewer, importId, cancel) is not { } answer) return NotFound();
        Column<RefusedRows.Row>[] columns =
        [
            new("Row", r => r.Number), new("What to fix", r => r.Problem),
            .. answer.Headings.Select((h, i) => new Column<RefusedRows.Row>(h, r => i < r.Cells.Length ? r.Cells[i] : null)),
        ];
        return new CsvFile<RefusedRows.Row>("refused-rows.csv", columns, answer.Rows);
    }
}
