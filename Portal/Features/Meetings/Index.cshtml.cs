using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Meetings;

[Allow(Permission.ReadBodies)]
public sealed class IndexModel(MeetingCalendar calendar, Viewer viewer, UkClock clock) : PageModel
{
    public IReadOnlyList<MeetingCalendar.Group> Bodies { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public bool MayEdit => viewer.May(Permission.EditMeetings);

    public async Task OnGetAsync(CancellationToken cancel) => Bodies = await calendar.RunAsync(viewer, cancel);
}
