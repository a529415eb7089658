using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Courses.Organising;

[Allow(Permission.RunCourses)]
public sealed class AgenciesModel(AgencyFigures figures, Viewer viewer) : PageModel
{
    public IReadOnlyList<AgencyFigures.Row> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Agencies = await figures.RunAsync(viewer, null, cancel);
}
