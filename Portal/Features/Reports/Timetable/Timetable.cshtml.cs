using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Reports.Timetable;

[Allow(Permission.ReadBodies)]
public sealed class TimetableModel(ReportTimetable timetable, Viewer viewer, UkClock clock) : PageModel
{
    public IReadOnlyList<ReportTimetable.Row> Planned { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public bool MayReadReports => viewer.May(Permission.ReadEditions);
    public bool MayOpen => viewer.May(Permission.PrepareEditions);

    public async Task OnGetAsync(CancellationToken cancel) => Planned = await timetable.RunAsync(viewer, cancel);
}
