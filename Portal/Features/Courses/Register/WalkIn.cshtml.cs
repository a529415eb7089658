using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Register;

[Allow(Permission.RunCourses)]
public sealed class WalkInModel(RunView runs, AddWalkIn add, Viewer viewer) : RunPageModel(runs, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter their work email"), UpTo(200, What = "Work email")] public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        TempData.Notify($"{await add.RunAsync(Viewer, RunId, Email!, cancel)} is on the register");
        return RedirectToPage("Register", new { RunId });
    }
}
