using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class IndexModel(PeopleList people, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public bool? Held { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<PeopleList.Row> People { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => People = await people.RunAsync(viewer, Search, Held, Number, cancel);
}
