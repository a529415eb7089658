using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Commissioning.SchoolTerms;

[Allow(Permission.ReadGaps)]
public sealed class IndexModel(TermList terms, Viewer viewer) : PageModel
{
    public IReadOnlyList<SchoolTerm> Terms { get; private set; } = [];
    public bool MayEdit => viewer.May(Permission.DecideRequests);

    public async Task OnGetAsync(CancellationToken cancel) => Terms = await terms.RunAsync(viewer, cancel);
}
