using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.ReadBodies)]
public sealed class BodyModel(BodyMembers members, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Body> BodyId { get; set; }
    public BodyMembers.Details Details { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await members.RunAsync(viewer, BodyId, cancel) is not { } details) return false;
        Details = details;
        return true;
    }
}
