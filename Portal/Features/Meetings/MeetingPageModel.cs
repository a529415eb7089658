using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Meetings;

/// <summary>A page about one meeting.</summary>
public abstract class MeetingPageModel(MeetingCalendar calendar, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Meeting> MeetingId { get; set; }
    public MeetingCalendar.Line Current { get; private set; } = null!;
    protected Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var bodies = await calendar.RunAsync(viewer, cancel);
        if (bodies.SelectMany(b => b.Meetings).SingleOrDefault(m => m.Id == MeetingId) is not { } meeting) return false;
        Current = meeting;
        return true;
    }
}
