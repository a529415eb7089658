using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns;

/// <summary>The returns as they are filtered on the screen, all of them, as a file.</summary>
[Allow(Permission.WriteReturns, Permission.ReadReturns)]
public sealed class FileModel(ReturnList list, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<ReturnList.Row>[] Columns =
    [
        new("Agency", r => r.Agency), new("Cycle", r => r.Cycle), new("Version", r => r.Number), new("State", r => r.State.Words()),
        new("Due", r => UkClock.DayOf(r.DueAt)), new("Sent", r => r.SentAt is { } sent ? UkClock.DayOf(sent) : null),
        new("Late", r => r.IsLate ? "Late" : null),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public IActionResult OnGet(Id<Cycle>? cycle, ReturnList.Show? show, string? search, AgencyType? type)
    {
        // What cannot be read is said on the page: a file of all returns would say nothing.
        if (!ModelState.IsValid) return LocalRedirect($"{Url.Page("Index")}{Request.QueryString}");
        var (rows, name) = (list.AllAsync(viewer, new(cycle, show, Search: search, Type: type)), $"returns-{clock.Today:O}");
        return SpreadsheetFile.OrCsv(Format, name,
            new("Returns of agencies, by cycle", ("As at", Words.Day(clock.Today)),
                AboutFile.Filter(cycle is null ? null : "one cycle", show?.Words(viewer.May(Permission.ReviewReturns)),
                    search is null ? null : $"“{search}”", type?.Words())),
            new Sheet<ReturnList.Row>("Returns", "One row for each version of a return", Columns, rows));
    }
}
