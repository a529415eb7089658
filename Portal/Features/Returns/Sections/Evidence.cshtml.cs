using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

/// <summary>The evidence to save, never to show in the portal's own address.</summary>
[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class EvidenceModel(ReturnView view, EvidenceFile evidence, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Questions;
    [FromRoute] public Id<CycleQuestion> QuestionId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await evidence.RunAsync(ReturnId, QuestionId, cancel) is not { } found) return NotFound();
        return File(found.Content, found.File.ContentType, found.File.Name);
    }
}
