using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Requests;

[Allow(Permission.EditStaff)]
public sealed class WithdrawModel(PostRequestList requests, WithdrawPostRequest withdraw, Viewer viewer)
    : LoadedPageModel<PostRequestList.Row>
{
    [FromRoute] public Id<PostRequest> AskedId { get; set; }
    public PostRequestList.Row Row => Loaded;

    protected override Task<PostRequestList.Row?> FindAsync(CancellationToken cancel) => requests.OneAskedAsync(viewer, AskedId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await withdraw.RunAsync(viewer, AskedId, cancel);
        TempData.Notify($"Withdrawn. {Row.Person} is not asked any more");
        return RedirectToPage("Requests");
    }
}
