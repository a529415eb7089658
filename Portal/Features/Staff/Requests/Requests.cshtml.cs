using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Staff.Requests;

[Allow(Permission.EditStaff, Permission.AnswerPostRequests)]
public sealed class RequestsModel(PostRequestList requests, Viewer viewer) : PageModel
{
    /// <summary>The page of those to answer.</summary>
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    /// <summary>The page of those that the viewer's agency asked for.</summary>
    [FromQuery(Name = "asked")] public int AskedNumber { get; set; } = 1;

    public Viewer Viewer => viewer;
    public Page<PostRequestList.Row> ToAnswer { get; private set; } = null!;
    public Page<PostRequestList.Row> Asked { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        (ToAnswer, Asked) = (await requests.RunAsync(viewer, Number, cancel), await requests.AskedAsync(viewer, AskedNumber, cancel));
}
