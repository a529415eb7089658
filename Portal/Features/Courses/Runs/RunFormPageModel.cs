using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

/// <summary>
/// A page that asks about a date. Another session, or another agency, is one more line in the form: what was typed stays.
/// </summary>
public abstract class RunFormPageModel(RunChoices choices, Viewer viewer) : LoadedPageModel
{
    [BindProperty] public RunForm Form { get; set; } = new();
    protected Viewer Viewer => viewer;

    protected async Task OfferAsync(Id<Course> courseId, CancellationToken cancel) =>
        ViewData["Offer"] = await choices.RunAsync(viewer, courseId, cancel);

    /// <summary>Whether only a line was asked for; nothing is judged yet.</summary>
    protected bool AddsLine(string? then)
    {
        if (then is not ("session" or "agency")) return false;
        if (then == "session" && Form.Sessions.Count < CourseRun.MostSessions) Form.Sessions.Add(new());
        if (then == "agency" && Form.Allocations.Count < CourseRun.MostPlaces) Form.Allocations.Add(new());
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
        return true;
    }
}
