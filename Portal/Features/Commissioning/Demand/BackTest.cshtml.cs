using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class BackTestModel(BackTestOfDemand backTest, Viewer viewer) : PageModel
{
    /// <summary>Null until it is made.</summary>
    public BackTestOfDemand.Found? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Found = await backTest.RunAsync(viewer, cancel);
}
