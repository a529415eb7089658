using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests)]
public sealed class QualityModel(RequestView view, AnswerClauses answer, Viewer viewer) : RequestPartModel(view, viewer)
{
    public sealed record Line
    {
        [UpTo(RequestStatement.Longest, What = "The answer")] public string? Text { get; set; }
    }

    /// <summary>One for each clause that asks something, in their order.</summary>
    [BindProperty] public List<Line> Answers { get; set; } = [];
    public IReadOnlyList<Clause> Asking => [.. Details.Clauses.Where(c => c.Asks is not null)];

    public void OnGet() =>
        Answers = [.. Asking.Select(c => new Line { Text = Asked.Statements.FirstOrDefault(s => s.ClauseCode == c.Code)?.Text })];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await answer.RunAsync(Viewer, RequestId, Seen, Asking.Zip(Answers).ToDictionary(a => a.First.Code, a => a.Second.Text), cancel);
        return Back("Saved");
    }

    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        while (Answers.Count < Asking.Count) Answers.Add(new());
        return base.PrepareAsync(cancel);
    }
}
