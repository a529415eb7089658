using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Evaluations;

/// <summary>The same questions as the link in the message asks, for someone who has signed in.</summary>
[Allow(Permission.BookPlaces)]
public sealed class EvaluateOwnModel(EvaluationForm form, AnswerEvaluation answer, Viewer viewer) : QuestionsPageModel
{
    [FromRoute] public Id<Booking> BookingId { get; set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Ask(await form.OwnAsync(viewer, BookingId, cancel));
        return Asked is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await answer.OwnAsync(viewer, BookingId, Confidence, Uses, cancel);
        TempData.Notify(Thanks);
        return RedirectToPage("/Courses/Mine/Index");
    }
}
