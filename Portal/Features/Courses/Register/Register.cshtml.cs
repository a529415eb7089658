using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Register;

/// <summary>The register: each mark is saved by itself, so that a lost connection loses nothing that was sent.</summary>
[Allow(Permission.RunCourses)]
public sealed class RegisterModel(RunView runs, RegisterList register, MarkRegister mark, Viewer viewer) : RunPageModel(runs, viewer)
{
    /// <summary>Lines on paper for people who come without a place.</summary>
    public const int EmptyLines = 6;

    public static readonly IReadOnlyList<BookingState> Marks =
        [BookingState.Attended, BookingState.PartAttended, BookingState.DidNotAttend, BookingState.Excused];

    [BindProperty] public Id<Booking>? Person { get; set; }

    /// <summary>Null to take the mark back.</summary>
    [BindProperty] public BookingState? Mark { get; set; }
    public IReadOnlyList<RegisterList.Row> Rows { get; private set; } = [];
    public IReadOnlyList<RegisterList.Row> ToMark => [.. Rows.Where(r => !r.IsMarked && !r.IsOwn)];
    public bool IsOpen => Run.State == RunState.Published && Run.HasBegun;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // A mark that cannot be read must not take one back.
        this.StopIfInvalid();
        if (Mark is { } said && !said.IsMark()) return BadRequest();
        await mark.RunAsync(Viewer, RunId, Person is { } one ? [one] : [], Mark, cancel);
        return RedirectToPage("Register", null, new { RunId }, $"p-{Person}");
    }

    public async Task<IActionResult> OnPostEveryoneAsync(CancellationToken cancel)
    {
        await mark.RunAsync(Viewer, RunId, [.. ToMark.Select(r => r.Id)], BookingState.Attended, cancel);
        TempData.Notify("Everyone who was not marked is marked as attended");
        return RedirectToPage("Register", new { RunId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Rows = await register.RunAsync(Viewer, RunId, cancel);
        return true;
    }
}
