using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Files;

/// <summary>The flags as they are filtered on the screen, all of them, as a file.</summary>
[Allow(Permission.ReadFlags)]
public sealed class FlagsFileModel(FlagList list, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<FlagList.Row>[] Columns =
    [
        new("Reference", f => f.Reference), new("Agency", f => f.Agency), new("Standard", f => f.Code), new("Name", f => f.Standard),
        new("Level", f => f.Level == 0 ? null : f.Level), new("Severity", f => f.Severity.Words()), new("Now", f => f.Outcome?.Words()),
        new("Time", f => f.Occurrence), new("First seen", f => f.FirstSeenOn), new("Waived until", f => f.WaivedUntil),
        new("Closed", f => f.ClosedOn),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public IActionResult OnGet(
        bool closed, Id<Agency>? agency, string? standard, Severity? severity, string? search, bool waived)
    {
        var (rows, name) = (list.AllAsync(viewer, new(closed, agency, standard, severity, Search: search, Waived: waived)),
            $"flags-{clock.Today:O}");
        return SpreadsheetFile.OrCsv(Format, name,
            new("Flags on the recommended training standards", ("As at", Words.Day(clock.Today)),
                AboutFile.Filter(closed ? "closed" : "open", agency is null ? null : "one agency", standard, severity?.Words(),
                    search is null ? null : $"“{search}”", waived ? "waived for a time" : null)),
            new Sheet<FlagList.Row>("Flags", "One row for each flag", Columns, rows));
    }
}
