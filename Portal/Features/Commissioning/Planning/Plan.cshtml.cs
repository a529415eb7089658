using Portal.Security;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.ReadFunding)]
public sealed class PlanModel(PlanView view, Viewer viewer) : PlanPageModel(view, viewer)
{
    public bool MayAsk => Viewer.May(Permission.DecideRequests);
    public PlanSummary Summary => new(Details.Question, Details.Answer!, PlanSummary.SeesFew(Viewer));

    public void OnGet()
    {
    }
}
