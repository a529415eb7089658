using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.WriteAssessments)]
public sealed class RecountModel(ReturnView view, RecountReturn recount, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.People;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        To("People", await recount.RunAsync(Viewer, AssessmentId, cancel) is > 0 and var changed ? $"{Words.Count(changed, "line has", "lines have")} changed" : "No figure has changed");
}
