using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Courses.Venues;

[Allow(Permission.RunCourses)]
public sealed class VenuesModel(VenueList venues, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<VenueList.Row> Found { get; private set; } = null!;
    public bool MayEdit => viewer.May(Permission.EditProviders);

    public async Task OnGetAsync(CancellationToken cancel) => Found = await venues.RunAsync(viewer, Search, Number, cancel);
}
