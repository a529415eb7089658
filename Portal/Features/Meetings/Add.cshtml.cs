using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.EditMeetings)]
public sealed class AddModel(MeetingCalendar calendar, AddMeeting add, Viewer viewer) : LoadedPageModel
{
    [BindProperty, Required(ErrorMessage = "Select who is meeting")] public Id<Body>? BodyId { get; set; }
    [BindProperty] public MeetingForm Meeting { get; set; } = new();
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Bodies = [.. (await calendar.RunAsync(viewer, cancel)).Select(b => new Choice(b.Id.ToString(), b.Name))];
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var meeting = await add.RunAsync(viewer, BodyId!.Value, Meeting.Day!.Value, Meeting.Time, Meeting.Place, cancel);
        TempData.Notify($"Meeting on {meeting.Day.Words()} added");
        return RedirectToPage("Index");
    }
}
