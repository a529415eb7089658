using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Courses.Mine;

[Allow(Permission.BookPlaces)]
public sealed class IndexModel(OwnPlaces places, Viewer viewer) : PageModel
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public OwnPlaces.Shown Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await places.RunAsync(viewer, Number, cancel);
}
