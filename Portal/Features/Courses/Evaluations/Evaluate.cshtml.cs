using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Evaluations;

/// <summary>Where the link in a message leads: a few answers, without an account and without a name.</summary>
[AllowAnonymous]
public sealed class EvaluateModel(EvaluationForm form, AnswerEvaluation answer) : QuestionsPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Ask(await form.RunAsync(Code, cancel));
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await answer.RunAsync(Code, Confidence, Uses, cancel);
        TempData.Notify(Thanks);
        return RedirectToPage(new { Code });
    }
}
