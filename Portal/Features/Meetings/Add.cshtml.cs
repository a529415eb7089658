using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.EditMeetings)]
public sealed class AddModel(MeetingCalendar calendar, AddMeeting add, Viewer viewer) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Select who is meeting")] public Id<Body>? BodyId { get; set; }
    [BindProperty] public MeetingForm Meeting { get; set; } = new();
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Bodies = [.. (await calendar.RunAsync(viewer, HttpContext.RequestAborted)).Select(b => new Choice(b.Id.ToString(), b.Name))];
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var meeting = await add.RunAsync(viewer, BodyId!.Value, Meeting.Day!.Value, Meeting.Time, Meeting.Place, cancel);
        TempData.Notify($"Meeting on {meeting.Day.Words()} added");
        return RedirectToPage("Index");
    }
}
