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
    private static readonly (string, Func<(AuditEntry Entry, AuditChange? Change), object?>)[] Columns =
    [
        ("When (UTC)", r => r.Entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), ("Who", r => r.Entry.Actor), ("Role", r => r.Entry.Role.Words()), ("What", r => r.Entry.What),
        ("Row", r => r.Change?.Entity.Spoken()), ("Row id", r => r.Change?.EntityId), ("Field", r => r.Change?.Field.Spoken()), ("Was", r => r.Change?.Old), ("Is", r => r.Change?.New),
    ];

    public IActionResult OnGet(string? person, string? words, DateOnly? from, DateOnly? to, string? kind) =>
        new CsvFile<(AuditEntry, AuditChange?)>("audit.csv", Columns, list.AllAsync(viewer, new(person, words, from, to, kind)));
}
