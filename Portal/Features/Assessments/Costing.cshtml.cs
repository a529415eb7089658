using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadAssessments, Permission.WriteAssessments)]
public sealed class CostingModel(ReturnView view, ActionsSection actions, CostTotals totals, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override AssessmentSection Section => AssessmentSection.Costing;
    public ActionsSection.Plans Plans { get; private set; } = null!;
    public CostTotals.Figures Totals { get; private set; } = null!;

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        (Plans, Totals) = (await actions.RunAsync(AssessmentId, cancel), await totals.RunAsync(AssessmentId, cancel));
        return true;
    }
}
