using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports.Uploading;

[Allow(Permission.ImportStaff)]
public sealed class TemplateModel(ImportTemplate template, Viewer viewer) : PageModel
{
    public IActionResult OnGet(ImportKind kind, string? format)
    {
        var rows = template.RunAsync(viewer, kind);
        Column<ImportTemplate.Row>[] columns =
            [.. ImportFields.Template(kind).Select(f => new Column<ImportTemplate.Row>(f.Words(), r => r.Cells[f]))];
        var name = kind == ImportKind.StaffList ? "staff-list" : "training-history";
        return format == "xlsx"
            ? new SpreadsheetFile<ImportTemplate.Row>($"{name}.xlsx", kind.Words(), columns, rows)
            : new CsvFile<ImportTemplate.Row>($"{name}.csv", columns, rows);
    }
}
