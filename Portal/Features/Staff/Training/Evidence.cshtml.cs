using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Staff.Training;

/// <summary>Evidence to save, never to show in the portal's own address: whoever sent it chose what is in it.</summary>
[Allow(Permission.ReadRecord, Permission.VerifyTraining)]
public sealed class EvidenceModel(EvidenceFile evidence, Viewer viewer) : PageModel
{
    [FromRoute] public Id<TrainingRecord> RecordId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await evidence.RunAsync(viewer, RecordId, cancel) is not { } found) return NotFound();
        return File(found.Content, found.File.ContentType, found.File.Name);
    }
}
