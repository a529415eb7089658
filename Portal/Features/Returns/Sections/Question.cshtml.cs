using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.WriteReturns)]
public sealed class QuestionModel(
    ReturnView view, QuestionsSection questions, AnswerQuestion answer, Viewer viewer) : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Questions;
    [FromRoute] public Id<CycleQuestion> QuestionId { get; set; }
    [BindProperty] public int? Score { get; set; }
    [BindProperty, Display(Name = "Number")] public int? Count { get; set; }
    [BindProperty, UpTo(ReturnAnswer.LongestWords, What = "Answer")] public string? Words { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }
    [BindProperty, Display(Name = "Last day of the evidence")] public DateOnly? EvidenceEndsOn { get; set; }
    [BindProperty] public bool WithoutEvidence { get; set; }
    public QuestionsSection.Row Row { get; private set; } = null!;
    public IReadOnlyList<Choice> Scores => [.. Row.Question.Scores.Select((text, score) => new Choice($"{score}", $"{score}: {text}"))];

    public void OnGet() => (Seen, Score, Count, Words, EvidenceEndsOn) =
        (Row.Answer?.Version ?? AnswerQuestion.NoAnswer, Row.Answer?.Score, Row.Answer?.Count, Row.Answer?.Words,
            Row.Answer?.EvidenceEndsOn);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await using var content = Evidence?.OpenReadStream();
        await answer.RunAsync(
            Viewer, ReturnId, QuestionId, new(Score, Count, Words, EvidenceEndsOn),
            content is null ? null : new(content, Evidence!.FileName), WithoutEvidence, Seen, cancel);
        var next = (await questions.RunAsync(Return, cancel)).FirstOrDefault(r => r.Answer is not { IsAnswered: true });
        if (next is null) return To("Questions", "Every question is answered");
        TempData.Notify("Answer saved");
        return RedirectToPage("Question", new { ReturnId, QuestionId = next.Question.Id });
    }

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if ((await questions.RunAsync(Return, cancel)).FirstOrDefault(r => r.Question.Id == QuestionId) is not { } row) return false;
        Row = row;
        return true;
    }
}
