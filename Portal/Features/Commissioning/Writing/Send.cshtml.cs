using Microsoft.AspNetCore.Mvc;
using Portal.Features.Commissioning.Checking;
using Portal.Security;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests)]
public sealed class SendModel(RequestView view, CheckOfRequest check, SendRequest send, Viewer viewer) : RequestPartModel(view, viewer)
{
    public IReadOnlyList<ClauseStanding> Standings { get; private set; } = [];
    public DecisionRoute Route => Details.Terms.RouteFor(Asked.Asked);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await send.RunAsync(Viewer, RequestId, Seen, cancel);
        return Back("Sent for a decision. You are told when it is decided");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Standings = await check.RunAsync(Viewer, Asked, Details.Clauses, cancel);
        return true;
    }
}
