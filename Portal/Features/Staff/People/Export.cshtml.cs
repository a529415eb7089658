using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.People;

/// <summary>
/// The list as it is filtered on the screen, everyone of it, as a file: a row for each job, so that an import reads it as it is.
/// </summary>
[Allow(Permission.ReadStaff)]
public sealed class ExportModel(StaffList list, Viewer viewer) : PageModel
{
    private sealed record Row(StaffList.Row Person, StaffList.Job Job);

    private static readonly Column<Row>[] Columns =
    [
        new("Name", r => r.Person.Name), new("Email", r => r.Person.Email), new("Agency", r => r.Job.Agency), new("Job", r => r.Job.Title),
        new("Employee number", r => r.Job.EmployeeNumber), new("Started", r => r.Job.StartedOn),
        new("Level needed", r => r.Person.NeedCode), new("Standing", r => r.Person.Standing.Words()), new("Until", r => r.Person.Until),
    ];

    public IActionResult OnGet(
        string? search, Id<Agency>? agency, Id<JobRole>? role, int? level, StaffList.Show? standing, StaffList.Sort sort, bool descending,
        CancellationToken cancel) =>
        new CsvFile<Row>("staff.csv", Columns, list.AllAsync(viewer, new(search, agency, role, level, standing, sort, descending), cancel)
            .SelectMany(person => person.Jobs.Select(job => new Row(person, job))));
}
