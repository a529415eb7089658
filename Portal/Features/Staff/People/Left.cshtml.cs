using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Staff.People;

[Allow(Permission.EditStaff)]
public sealed class LeftModel(LeaverList leavers, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<LeaverList.Row> Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Found = await leavers.RunAsync(viewer, Search, Number, cancel);
}
