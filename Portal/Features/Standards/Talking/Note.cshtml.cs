using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

[Allow(Permission.GovernAgencies)]
public sealed class NoteModel(FlagProof proof, NoteOnFlag note, Viewer viewer) : LoadedPageModel<FlagProof.Details>
{
    [FromRoute] public Id<Flag> FlagId { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a note"), UpTo(Flag.LongestNote, What = "Note")] public string? Text { get; set; }
    public FlagProof.Details Proof => Loaded;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await note.RunAsync(viewer, FlagId, Text!, cancel);
        TempData.Notify("Note kept");
        return RedirectToPage("/Standards/Flag", new { FlagId });
    }

    protected override Task<FlagProof.Details?> FindAsync(CancellationToken cancel) => proof.RunAsync(viewer, FlagId, 1, cancel);
}
