using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class ActionsModel(ReturnView view, ActionsSection actions, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.Actions;
    public ActionsSection.Plans Plans { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Plans = await actions.RunAsync(AssessmentId, cancel);
        return true;
    }
}
