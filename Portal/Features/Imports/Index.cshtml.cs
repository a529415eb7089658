using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Imports;

[Allow(Permission.ImportStaff)]
public sealed class IndexModel(ImportList list, Viewer viewer) : PageModel
{
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public Page<ImportList.Row> Imports { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Imports = await list.RunAsync(viewer, PageNumber, cancel);
}
