using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.EditMeetings)]
public sealed class MoveModel(MeetingCalendar calendar, MoveMeeting move, Viewer viewer) : MeetingPageModel(calendar, viewer)
{
    [BindProperty] public MeetingForm Meeting { get; set; } = new();
    [BindProperty] public int Seen { get; set; }

    public void OnGet() => (Meeting,
        Seen) = (new()
        {
            Day = Current.Day, Starts = Current.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), Place = Current.Place
        }, Current.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await move.RunAsync(Viewer, MeetingId, Meeting.Day!.Value, Meeting.Time, Meeting.Place, Seen, cancel);
        TempData.Notify("Meeting changed");
        return RedirectToPage("Index");
    }
}
