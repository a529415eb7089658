using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Seeding;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.ReadFramework)]
public sealed class OthersModel(OtherFrameworks others) : PageModel
{
    public IReadOnlyList<FrameworkSeed> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Found = await others.RunAsync(cancel);
}
