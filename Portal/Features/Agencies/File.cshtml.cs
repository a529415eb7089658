using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies;

/// <summary>The agencies as they are filtered on the screen, all of them, as a file.</summary>
[Allow(Permission.ReadAgencies)]
public sealed class FileModel(AgencyList list, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<AgencyList.Row>[] Columns =
    [
        new("Agency", a => a.Name), new("Type", a => a.Type.Words()), new("Phase", a => a.Phase),
        new("Training lead", a => InPost(a.TrainingLead)), new("Executive lead", a => InPost(a.ExecutiveLead)),
        new("Staff list confirmed", a => a.StaffListConfirmedOn), new("Open flags", a => a.OpenFlags), new("Closed", a => a.ClosedOn),
        new("Now part of", a => a.MergedInto),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public IActionResult OnGet(string? search, AgencyType? type, int? phase, bool closed, AgencyList.Lack? lack)
    {
        var (rows, name) = (list.AllAsync(viewer, new(search, type, phase, closed, Lack: lack)), $"agencies-{clock.Today:O}");
        return SpreadsheetFile.OrCsv(Format, name,
            new("Agencies of the partnership", ("As at", Words.Day(clock.Today)),
                AboutFile.Filter(search is null ? null : $"“{search}”", type?.Words(), phase is { } number ? $"phase {number}" : null,
                    closed ? "closed" : null, lack is null ? null : "with something missing")),
            new Sheet<AgencyList.Row>("Agencies", "One row for each agency", Columns, rows));
    }

    private static string InPost(bool isThere) => isThere ? "In post" : "Vacant";
}
