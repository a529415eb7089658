using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

/// <summary>Something done with one flag, with its facts before one's eyes. It leads back to the flag.</summary>
public abstract class FlagActModel(FlagProof proof, Viewer viewer) : LoadedPageModel<FlagProof.Details>
{
    [FromRoute] public Id<Flag> FlagId { get; set; }
    public FlagProof.Details Proof => Loaded;
    public Flag Flag => Loaded.Flag;
    protected Viewer Viewer => viewer;

    protected IActionResult Done(string said)
    {
        TempData.Notify(said);
        return RedirectToPage("/Standards/Flag", new { FlagId });
    }

    protected override Task<FlagProof.Details?> FindAsync(CancellationToken cancel) => proof.RunAsync(viewer, FlagId, 1, cancel);
}
