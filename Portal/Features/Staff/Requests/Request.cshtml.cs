using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Requests;

[Allow(Permission.AnswerPostRequests)]
public sealed class RequestModel(PostRequestList requests, AnswerPostRequest answer, Viewer viewer) : LoadedPageModel<PostRequestList.Row>
{
    [FromRoute] public Id<PostRequest> PostRequestId { get; set; }
    [BindProperty] public bool? Agree { get; set; }
    public PostRequestList.Row Row => Loaded;

    /// <summary>The person themself is asked, and not someone who answers for them.</summary>
    public bool IsOwn => viewer.Reach(Permission.AnswerPostRequests) is Reach.Own or Reach.Team;

    protected override Task<PostRequestList.Row?> FindAsync(CancellationToken cancel) =>
        requests.OneToAnswerAsync(viewer, PostRequestId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Agree is not { } agree) throw new Refused("Choose whether you agree");
        await answer.RunAsync(viewer, PostRequestId, agree, cancel);
        var whom = IsOwn ? "you" : Row.Person;
        TempData.Notify(agree ? $"Agreed. {Row.Agency} now has {whom} on its staff list" : $"Declined. {Row.Agency} has not added {whom}");
        return RedirectToPage(IsOwn ? "/Index" : "Requests");
    }
}
