using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Staff.Titles;

[Allow(Permission.MapJobTitles)]
public sealed class TitlesModel(UnmappedTitles titles, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool All { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<UnmappedTitles.Row> Found { get; private set; } = null!;
    public bool SeveralAgencies => viewer.Reach(Permission.MapJobTitles) == Reach.Partnership;

    public async Task OnGetAsync(CancellationToken cancel) => Found = await titles.RunAsync(viewer, All, Number, cancel);
}
