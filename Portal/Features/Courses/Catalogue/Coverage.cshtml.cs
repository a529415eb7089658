using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.ReadCourses)]
public sealed class CoverageModel(CoverageView coverage, Viewer viewer) : PageModel
{
    public CoverageView.Picture Picture { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Picture = await coverage.RunAsync(viewer, cancel);
}
