using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Appealing;

[Allow(Permission.WriteRequests)]
public sealed class AppealModel(RequestView view, MakeAppeal appeal, Viewer viewer) : RequestPartModel(view, viewer)
{
    [BindProperty, UpTo(CommissioningRequest.LongestText)] public string? Because { get; set; }
    public AppealAgainst? Against => Asked.MayAppeal(Details.Terms, Details.Order is not null, Details.Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await appeal.RunAsync(Viewer, RequestId, Because, Seen, cancel);
        return Back("Sent to the chair. You are told when it is answered");
    }
}
