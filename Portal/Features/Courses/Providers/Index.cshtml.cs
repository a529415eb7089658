using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class IndexModel(ProviderList list, Viewer viewer, UkClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<ProviderList.Row> Found { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public Chosen Chosen => new(Request) { { "Search", Search is null ? null : $"“{Search}”" } };

    public async Task OnGetAsync(CancellationToken cancel) => Found = await list.RunAsync(viewer, Search, Number, cancel);
}
