using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

/// <summary>The list as it is filtered on the screen, everyone of it, as a file.</summary>
[Allow(Permission.ReadStaff)]
public sealed class ExportModel(StaffList list, Viewer viewer) : PageModel
{
    private static readonly (string, Func<StaffList.Row, object?>)[] Columns =
    [
        ("Name", r => r.Name), ("Email", r => r.Email),
        ("Agency", r => string.Join("; ", r.Jobs.Select(j => j.Agency).Distinct())), ("Job", r => string.Join("; ", r.Jobs.Select(j => j.Title))),
        ("Employee number", r => string.Join("; ", r.Jobs.Select(j => j.EmployeeNumber).OfType<string>())), ("Started", r => r.Jobs.Min(j => j.StartedOn)),
        ("Level needed", r => r.NeedCode), ("Standing", r => r.Standing.Words()), ("Until", r => r.Until),
    ];

    public IActionResult OnGet(string? search, Id<Agency>? agency, Id<JobRole>? role, int? level, StaffList.Show? standing, StaffList.Sort sort, bool descending, CancellationToken cancel) =>
        new CsvFile<StaffList.Row>("staff.csv", Columns, list.AllAsync(viewer, new(search, agency, role, level, standing, sort, descending), cancel));
}
