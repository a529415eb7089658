using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.EditMeetings)]
public sealed class MoveModel(MeetingCalendar calendar, ReportOfMeeting report, MoveMeeting move, Viewer viewer, UkClock clock)
    : MeetingPageModel(calendar, viewer)
{
    [BindProperty] public MeetingForm Meeting { get; set; } = new();
    [BindProperty] public int Seen { get; set; }

    /// <summary>The day whose consequences the person has seen, as 2026-12-17; null while none were shown.</summary>
    [BindProperty] public string? Agreed { get; set; }

    /// <summary>The report that would follow; null when none is prepared.</summary>
    public ReportOfMeeting.Found? Report { get; private set; }

    /// <summary>Its new timetable, shown before anything is saved.</summary>
    public EditionTimetable? Follows { get; private set; }
    public DateOnly Today => clock.Today;

    public void OnGet() => (Meeting,
        Seen) = (new()
        {
            Day = Current.Day, Starts = Current.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), Place = Current.Place
        }, Current.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var day = Meeting.Day!.Value;
        if (Report is not null && day != Current.Day && Agreed != Written(day))
        {
            Follows = new(day);
            return Page();
        }
        await move.RunAsync(Viewer, MeetingId, day, Meeting.Time, Meeting.Place, Seen, cancel);
        TempData.Notify("Meeting changed");
        return RedirectToPage("Index");
    }

    public static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Report = await report.RunAsync(Viewer, MeetingId, cancel);
        return true;
    }
}
