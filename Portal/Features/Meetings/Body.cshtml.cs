using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Meetings;

[Allow(Permission.ReadBodies)]
public sealed class BodyModel(BodyMembers members, Viewer viewer) : LoadedPageModel<BodyMembers.Details>
{
    [FromRoute] public Id<Body> BodyId { get; set; }
    public BodyMembers.Details Details => Loaded;

    protected override Task<BodyMembers.Details?> FindAsync(CancellationToken cancel) => members.RunAsync(viewer, BodyId, cancel);
}
