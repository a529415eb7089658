using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

/// <summary>
/// The list as it is filtered on the screen, everyone of it, as a file: a row for each job, so that an import reads it as it is.
/// </summary>
[Allow(Permission.ReadStaff)]
public sealed class ExportModel(StaffList list, Viewer viewer) : PageModel
{
    private sealed record Row(StaffList.Row Person, StaffList.Job Job);

    private static readonly (string, Func<Row, object?>)[] Columns =
    [
        ("Name", r => r.Person.Name), ("Email", r => r.Person.Email), ("Agency", r => r.Job.Agency), ("Job", r => r.Job.Title),
        ("Employee number", r => r.Job.EmployeeNumber), ("Started", r => r.Job.StartedOn),
        ("Level needed", r => r.Person.NeedCode), ("Standing", r => r.Person.Standing.Words()), ("Until", r => r.Person.Until),
    ];

    public IActionResult OnGet(string? search, Id<Agency>? agency, Id<JobRole>? role, int? level, StaffList.Show? standing, StaffList.Sort sort, bool descending, CancellationToken cancel) =>
        new CsvFile<Row>("staff.csv", Columns, list.AllAsync(viewer, new(search, agency, role, level, standing, sort, descending), cancel)
            .SelectMany(person => person.Jobs.Select(job => new Row(person, job))));
}
