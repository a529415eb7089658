using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.EditMeetings)]
public sealed class CancelModel(MeetingCalendar calendar, CancelMeeting cancelMeeting, Viewer viewer) : MeetingPageModel(calendar, viewer)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await cancelMeeting.RunAsync(Viewer, MeetingId, cancel);
        TempData.Notify("Meeting cancelled");
        return RedirectToPage("Index");
    }
}
