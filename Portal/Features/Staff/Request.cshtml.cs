using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.AnswerPostRequests)]
public sealed class RequestModel(PostRequestList requests, AnswerPostRequest answer, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<PostRequest> PostRequestId { get; set; }
    [BindProperty] public bool? Agree { get; set; }
    public PostRequestList.Row Row { get; private set; } = null!;

    /// <summary>The person themself is asked, and not someone who answers for them.</summary>
    public bool IsOwn => viewer.Reach(Permission.AnswerPostRequests) is Reach.Own or Reach.Team;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await requests.OneToAnswerAsync(viewer, PostRequestId, cancel) is not { } row) return false;
        Row = row;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Agree is not { } agree) throw new Refused("Choose whether you agree");
        await answer.RunAsync(viewer, PostRequestId, agree, cancel);
        var whom = IsOwn ? "you" : Row.Person;
        TempData.Notify(agree ? $"Agreed. {Row.Agency} now has {whom} on its staff list" : $"Declined. {Row.Agency} has not added {whom}");
        return RedirectToPage(IsOwn ? "/Index" : "Requests");
    }
}
