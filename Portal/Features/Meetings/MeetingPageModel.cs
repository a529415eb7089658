using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Meetings;

/// <summary>A page about one meeting: finds it, or answers 404, before any handler runs.</summary>
public abstract class MeetingPageModel(MeetingCalendar calendar, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Meeting> MeetingId { get; set; }
    public MeetingCalendar.Line Current { get; private set; } = null!;
    protected Viewer Viewer => viewer;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var bodies = await calendar.RunAsync(viewer, HttpContext.RequestAborted);
        if (bodies.SelectMany(b => b.Meetings).SingleOrDefault(m => m.Id == MeetingId) is not { } meeting)
        {
            context.Result = NotFound();
            return;
        }
        Current = meeting;
        await next();
    }
}
