using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

[Allow(Permission.GovernAgencies)]
public sealed class NoteModel(FlagProof proof, NoteOnFlag note, Viewer viewer) : FlagActModel(proof, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter a note"), UpTo(Flag.LongestNote, What = "Note")] public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await note.RunAsync(Viewer, FlagId, Text!, cancel);
        return Done("Note kept");
    }
}
