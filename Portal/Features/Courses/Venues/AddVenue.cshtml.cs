using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Venues;

[Allow(Permission.EditProviders)]
public sealed class AddVenueModel(SaveVenue save, Viewer viewer) : PageModel
{
    [BindProperty] public VenueForm Venue { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, null, Venue.Entry(), 0, cancel);
        TempData.Notify($"{Venue.Name} added");
        return RedirectToPage("Venues");
    }
}
