using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Data.Audit;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Audit;

/// <summary>The audit as it is filtered on the screen, every field that changed, as a file.</summary>
[Allow(Permission.ReadAudit)]
public sealed class ExportModel(AuditList list, Viewer viewer) : PageModel
{
    private static readonly Column<(AuditEntry Entry, AuditChange? Change)>[] Columns =
    [
        new("When (UTC)", r => r.Entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("Who", r => r.Entry.Actor), new("Role", r => r.Entry.Role.Words()), new("What", r => r.Entry.What),
        new("Row", r => r.Change is { } c ? AuditFields.Words(c.Entity) : null), new("Row id", r => r.Change?.EntityId),
        new("Field", r => r.Change is { } c ? AuditFields.Words(c.Field) : null),
        new("Was", r => r.Change?.Old), new("Is", r => r.Change?.New),
    ];

    public IActionResult OnGet(string? person, string? words, DateOnly? from, DateOnly? to, string? kind) =>
        new CsvFile<(AuditEntry, AuditChange?)>("audit.csv", Columns, list.AllAsync(viewer, new(person, words, from, to, kind)));
}
