using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Framework;

/// <summary>A page about one version of the framework, the one in force unless another is asked for.</summary>
public abstract class FrameworkPageModel(FrameworkView frameworks, Viewer viewer) : LoadedPageModel<FrameworkView.Details>
{
    [BindProperty(SupportsGet = true, Name = "frameworkId")] public Id<Domain.Framework>? FrameworkId { get; set; }
    public FrameworkView.Details Details => Loaded;
    public Domain.Framework Framework => Details.Framework;
    public Viewer Viewer => viewer;
    public bool MayEdit => viewer.May(Permission.EditFramework);

    /// <summary>The version in force today; null when none is.</summary>
    protected Task<FrameworkView.Details?> InForceAsync(CancellationToken cancel) => frameworks.RunAsync(viewer, null, cancel);

    protected override Task<FrameworkView.Details?> FindAsync(CancellationToken cancel) => frameworks.RunAsync(viewer, FrameworkId, cancel);
}
