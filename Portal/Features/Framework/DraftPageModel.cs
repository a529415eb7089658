using Microsoft.AspNetCore.Mvc;

namespace Portal.Features.Framework;

/// <summary>A page about a draft; a published version is not found here, because it never changes.</summary>
public abstract class DraftPageModel(FrameworkView frameworks, Viewer viewer) : FrameworkPageModel(frameworks, viewer)
{
    protected Id<Domain.Framework> DraftId => Framework.Id;

    protected override async Task<bool> LoadAsync(CancellationToken cancel) =>
        await base.LoadAsync(cancel) && Framework.State == FrameworkState.Draft;

    /// <summary>Back to the level that was changed.</summary>
    protected RedirectToPageResult ToLevel(int number) =>
        RedirectToPage("/Framework/Draft", null, new { frameworkId = DraftId }, $"level-{number}");
}
