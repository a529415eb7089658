using Portal.Security;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.ReadGaps)]
public sealed class PlanModel(PlanView view, Viewer viewer) : PlanPageModel(view, viewer)
{
    public bool MayAsk => Viewer.May(Permission.DecideRequests);
    public bool SeesMoney => Viewer.May(Permission.ReadFunding);

    /// <summary>Whether counts of fewer than five are said: to those who may see whose they are.</summary>
    public bool SeesFew => Viewer.May(Permission.ReadStaff);
    public PlanSummary Summary => new(Details.Question, Details.Answer!, SeesFew);

    public void OnGet()
    {
    }
}
