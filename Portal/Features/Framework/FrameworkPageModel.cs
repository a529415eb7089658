using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Framework;

/// <summary>A page about one version of the framework, the one in force unless another is asked for.</summary>
public abstract class FrameworkPageModel(FrameworkView frameworks, Viewer viewer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true, Name = "frameworkId")] public Id<Domain.Framework>? FrameworkId { get; set; }
    public FrameworkView.Details Details { get; private set; } = null!;
    public Domain.Framework Framework => Details.Framework;
    public Viewer Viewer => viewer;
    public bool MayEdit => viewer.May(Permission.EditFramework);

    /// <summary>The version in force today; null when none is.</summary>
    protected Task<FrameworkView.Details?> InForceAsync(CancellationToken cancel) => frameworks.RunAsync(viewer, null, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await frameworks.RunAsync(viewer, FrameworkId, cancel) is not { } details) return false;
        Details = details;
        return true;
    }
}
