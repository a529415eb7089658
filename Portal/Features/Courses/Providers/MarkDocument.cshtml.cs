using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Courses.Providers;

/// <summary>The certificate to save, never to show in the portal's own address.</summary>
[Allow(Permission.EditProviders)]
public sealed class MarkDocumentModel(MarkEvidence evidence, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Provider> ProviderId { get; set; }
    [FromRoute] public Id<QualityMark> MarkId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await evidence.RunAsync(viewer, ProviderId, MarkId, cancel) is not { } found) return NotFound();
        return File(found.Content, found.File.ContentType, found.File.Name);
    }
}
