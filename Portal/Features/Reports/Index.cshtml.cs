using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Features.Reports.Timetable;
using Portal.Security;

namespace Portal.Features.Reports;

[Allow(Permission.ReadEditions)]
public sealed class IndexModel(EditionList editions, ReportTimetable timetable, Viewer viewer, UkClock clock) : PageModel
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<EditionList.Row> Editions { get; private set; } = null!;
    public IReadOnlyList<ReportTimetable.Row> Planned { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public bool MayPrepare => viewer.May(Permission.PrepareEditions);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Editions = await editions.RunAsync(viewer, Number, cancel);
        if (viewer.Reach(Permission.ReadEditions) == Reach.Partnership) Planned = await timetable.RunAsync(viewer, cancel);
    }
}
