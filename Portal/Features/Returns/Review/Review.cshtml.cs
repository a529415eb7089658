using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Returns.Handing;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Review;

[Allow(Permission.ReviewReturns)]
public sealed class ReviewModel(
    ReturnView view, ReturnSummary summary, ReturnCheck check, ReviewComments comments, RequestChanges request, AcceptReturn accept,
    ReopenReturn reopen, PlacesBooked booked, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public enum Decision { Accept, RequestChanges, Reopen }

    [BindProperty, Required(ErrorMessage = "Select what should happen")] public Decision? Decided { get; set; }
    [BindProperty, UpTo(ReviewComment.Longest)] public string? Note { get; set; }
    public ReturnSummary.Figures Summary { get; private set; } = null!;
    public IReadOnlyList<ReturnCheck.Finding> Findings { get; private set; } = [];
    public IReadOnlyList<PlacesBooked.Row> Booked { get; private set; } = [];
    public IReadOnlyList<ReviewComment> Comments { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        switch (Decided!.Value)
        {
            case Decision.Accept: await accept.RunAsync(Viewer, ReturnId, Note, Seen, cancel); break;
            case Decision.RequestChanges: await request.RunAsync(Viewer, ReturnId, Note, Seen, cancel); break;
            case Decision.Reopen: ReturnId = await reopen.RunAsync(Viewer, ReturnId, Note, Seen, cancel); break;
        }
        return To(
            "/Returns/Return",
            Decided switch
            {
                Decision.Accept => "Accepted",
                Decision.RequestChanges => "Changes requested",
                _ => "Reopened as a new version"
            });
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        (Findings, Summary) = (await check.RunAsync(ReturnId, cancel), await summary.RunAsync(Return, cancel));
        Booked = await booked.RunAsync(Return, cancel);
        Comments = await comments.RunAsync(Viewer, ReturnId, cancel);
        return true;
    }
}
