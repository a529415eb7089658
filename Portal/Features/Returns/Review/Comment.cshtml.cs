using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Review;

[Allow(Permission.ReviewReturns)]
public sealed class CommentModel(ReturnView view, AddReviewComment add, Viewer viewer) : ReturnPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select a section")] public ReturnSection? Section { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a comment"), UpTo(ReviewComment.Longest, What = "Comment")]
    public string? Text { get; set; }
    [BindProperty] public bool ReviewersOnly { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await add.RunAsync(Viewer, ReturnId, Section!.Value, Text!, ReviewersOnly, cancel);
        return To("Review", "Comment saved");
    }
}
