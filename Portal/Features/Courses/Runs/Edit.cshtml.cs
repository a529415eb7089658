using Microsoft.AspNetCore.Mvc;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

[Allow(Permission.RunCourses)]
public sealed class EditModel(RunView runs, RunChoices choices, ChangeRun change, Viewer viewer) : RunFormPageModel(choices, viewer)
{
    [FromRoute] public Id<CourseRun> RunId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public RunView.Details Run { get; private set; } = null!;

    public void OnGet() => (Form, Seen) = (RunForm.Of(Run), Run.Version);

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (AddsLine(then)) return Page();
        this.StopIfInvalid();
        await change.RunAsync(Viewer, RunId, Form.Entry(), Seen, cancel);
        TempData.Notify(Run.State == RunState.Draft
            ? "Draft saved"
            : "Date changed. If its time or place is another, everyone on it is told");
        return RedirectToPage("/Courses/Organising/Organise", new { RunId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await runs.RunAsync(Viewer, RunId, cancel) is not { } run) return false;
        Run = run;
        await OfferAsync(run.CourseId, cancel);
        return true;
    }
}
