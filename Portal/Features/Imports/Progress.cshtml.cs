using Portal.Security;

namespace Portal.Features.Imports;

/// <summary>The progress bar alone, for the script that asks for it again and again.</summary>
[Allow(Permission.ImportStaff)]
public sealed class ProgressModel(ImportView view, Viewer viewer) : ImportPageModel(view, viewer)
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
