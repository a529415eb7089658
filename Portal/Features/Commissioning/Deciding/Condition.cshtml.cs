using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Deciding;

[Allow(Permission.DecideRequests)]
public sealed class ConditionModel(RequestView view, MeetCondition meet, Viewer viewer) : RequestPageModel(view, viewer)
{
    [FromRoute] public Id<RequestCondition> ConditionId { get; set; }
    [BindProperty, UpTo(1000)] public string? Evidence { get; set; }
    public RequestCondition Condition => Asked.Conditions.Single(c => c.Id == ConditionId);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await meet.RunAsync(Viewer, RequestId, ConditionId, Evidence, cancel);
        return Back("Recorded that the condition is met");
    }

    protected override bool IsFor(RequestView.Details details) => details.Request.Conditions.Any(c => c.Id == ConditionId);
}
