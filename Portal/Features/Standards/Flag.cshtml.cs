using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Standards;

[Allow(Permission.ReadFlags)]
public sealed class FlagModel(FlagProof proof, Viewer viewer, UkClock clock) : PageModel
{
    [FromRoute] public Id<Flag> FlagId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public FlagProof.Details Proof { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public bool MayReadStaff => viewer.May(Permission.ReadStaff, Proof.Flag.AgencyId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await proof.RunAsync(viewer, FlagId, Number, cancel) is not { } details) return NotFound();
        Proof = details;
        return Page();
    }
}
