using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Commissioning.Checking;

[Allow(Permission.ReadRequests)]
public sealed class ClausesModel(ClausesInForce clauses, Viewer viewer, UkClock clock) : PageModel
{
    public bool MayDraft => viewer.May(Permission.DecideRequests);
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Clauses = await clauses.RunAsync(viewer, clock.Today, cancel);
}
