using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Meetings;

[Allow(Permission.ReadBodies)]
public sealed class BodyModel(BodyMembers members, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Body> BodyId { get; set; }
    public BodyMembers.Details Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await members.RunAsync(viewer, BodyId, cancel) is not { } details) return NotFound();
        Details = details;
        return Page();
    }
}
