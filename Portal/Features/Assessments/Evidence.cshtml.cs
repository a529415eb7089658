using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Assessments;

/// <summary>The evidence to save, never to show in the portal's own address.</summary>
[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class EvidenceModel(ReturnView view, EvidenceFile evidence, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.Questions;
    [FromRoute] public Id<CycleQuestion> QuestionId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await evidence.RunAsync(AssessmentId, QuestionId, cancel) is not { } found) return NotFound();
        return File(found.Content, found.File.ContentType, found.File.Name);
    }
}
