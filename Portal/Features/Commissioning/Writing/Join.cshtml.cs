using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests)]
public sealed class JoinModel(RequestView view, JoinRequest join, Viewer viewer) : RequestPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter how many places")] public int? Places { get; set; }
    public bool HasJoined => Asked.Parties.Any(p => p.AgencyId == Viewer.AgencyId);

    public void OnGet() => Places = Asked.Parties.FirstOrDefault(p => p.AgencyId == Viewer.AgencyId)?.Places;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await join.RunAsync(Viewer, RequestId, Places, cancel);
        return Back("Your agency asks along. You can read all of it now");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        await join.RunAsync(Viewer, RequestId, null, cancel);
        return Back("Your agency asks along no more");
    }

    /// <summary>Another agency, and while it may be joined.</summary>
    protected override bool IsFor(RequestView.Details details) =>
        details.Request.MayBeJoined && Viewer.AgencyId is { } own && own != details.Request.AgencyId;
}
