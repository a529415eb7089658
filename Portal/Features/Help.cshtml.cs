using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features;

/// <summary>Common questions and words, for everyone; for someone who is signed in also who helps them.</summary>
[AllowAnonymous]
public sealed class HelpModel(Contacts contacts) : PageModel
{
    /// <summary>Null for a visitor, who is told nobody’s name.</summary>
    public Contacts.Found? Who { get; private set; }

    /// <summary>Whether the viewer may see who waits to be added to a staff list.</summary>
    public bool MayOpenRequests { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.SignedIn()?.Viewer is not { } viewer) return;
        Who = await contacts.RunAsync(viewer, cancel);
        MayOpenRequests = viewer.May(Permission.EditStaff) || viewer.May(Permission.AnswerPostRequests);
    }
}
