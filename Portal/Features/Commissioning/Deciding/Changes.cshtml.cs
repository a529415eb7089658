using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Deciding;

[Allow(Permission.DecideRequests)]
public sealed class ChangesModel(RequestView view, AskForChanges ask, Viewer viewer) : RequestPageModel(view, viewer)
{
    [BindProperty, UpTo(CommissioningRequest.LongestText)] public string? Note { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await ask.RunAsync(Viewer, RequestId, Note, Seen, cancel);
        return Back("Sent back. Its agency is told what to change");
    }
}
