using Microsoft.AspNetCore.Mvc;
using Portal.Features.Returns.Sections;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Review;

[Allow(Permission.ReviewReturns)]
public sealed class ModerateModel(
    ReturnView view, QuestionsSection questions, ModerateScores moderate, Viewer viewer) : ReturnPageModel(view, viewer)
{
    public sealed record Moderated
    {
        public Id<CycleQuestion> QuestionId { get; init; }
        public int? Score { get; init; }
    }

    [BindProperty] public List<Moderated> Scores { get; set; } = [];
    public IReadOnlyList<QuestionsSection.Row> Rows { get; private set; } = [];

    public void OnGet() => Scores = [.. Rows.Select(r => new Moderated { QuestionId = r.Question.Id, Score = r.Moderated })];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await moderate.RunAsync(
            Viewer, ReturnId, Scores.DistinctBy(s => s.QuestionId).ToDictionary(s => s.QuestionId, s => s.Score), cancel);
        return To("Review", "Scores saved");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Rows = [.. (await questions.RunAsync(Return, cancel)).Where(r => r.Question.Kind == QuestionKind.Scored)];
        return true;
    }
}
