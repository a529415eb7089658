using Portal.Security;

namespace Portal.Features.Commissioning.Planning;

/// <summary>The progress bar alone, for the script that asks for it again and again.</summary>
[Allow(Permission.ReadFunding)]
public sealed class ProgressModel(PlanView view, Viewer viewer) : PlanPageModel(view, viewer)
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
