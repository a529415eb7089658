using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests)]
public sealed class WithdrawModel(RequestView view, WithdrawRequest withdraw, Viewer viewer) : RequestPartModel(view, viewer)
{
    [BindProperty, UpTo(1000)] public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await withdraw.RunAsync(Viewer, RequestId, Because, Seen, cancel);
        return Back("Withdrawn");
    }
}
