using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff)]
public sealed class TemplateModel(ImportTemplate template, Viewer viewer, UkClock clock) : PageModel
{
    public IActionResult OnGet(ImportKind kind, string? format)
    {
        var rows = template.RunAsync(viewer, kind);
        Column<ImportTemplate.Row>[] columns =
            [.. ImportFields.Template(kind).Select(f => new Column<ImportTemplate.Row>(f.Words(), r => r.Cells[f]))];
        var name = kind == ImportKind.StaffList ? "staff-list" : "training-history";
        return SpreadsheetFile.OrCsv(format, name,
            new($"{kind.Words()}, to fill in and upload again", ("As at", Words.Day(clock.Today))),
            new Sheet<ImportTemplate.Row>(kind.Words(), "The table that the portal reads: change it and upload the whole file", columns,
                rows));
    }
}
