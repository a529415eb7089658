using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.EditStaff)]
public sealed class WithdrawModel(PostRequestList requests, WithdrawPostRequest withdraw, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<PostRequest> AskedId { get; set; }
    public PostRequestList.Row Row { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await requests.OneAskedAsync(viewer, AskedId, cancel) is not { } row) return false;
        Row = row;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await withdraw.RunAsync(viewer, AskedId, cancel);
        TempData.Notify($"Withdrawn. {Row.Person} is not asked any more");
        return RedirectToPage("Requests");
    }
}
