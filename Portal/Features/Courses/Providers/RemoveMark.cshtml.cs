using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class RemoveMarkModel(ProviderView providers, RemoveQualityMark remove, Viewer viewer) : ProviderPageModel(providers, viewer)
{
    [FromRoute] public Id<QualityMark> MarkId { get; set; }
    public QualityMark Mark { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await remove.RunAsync(Viewer, ProviderId, MarkId, cancel);
        TempData.Notify("Quality mark removed");
        return ToProvider();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Details.Marks.FirstOrDefault(m => m.Id == MarkId) is not { } mark) return false;
        Mark = mark;
        return true;
    }
}
