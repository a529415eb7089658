using Portal.Security;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.ReadGaps)]
public sealed class PlanModel(PlanView view, Viewer viewer) : PlanPageModel(view, viewer)
{
    public bool MayAsk => Viewer.May(Permission.DecideRequests);
    public bool SeesMoney => Viewer.May(Permission.ReadFunding);
    public PlanSummary Summary => new(Details.Question, Details.Answer!, PlanSummary.SeesFew(Viewer));

    public void OnGet()
    {
    }
}
