using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests, Permission.HelpWithRequests)]
public sealed class QualityModel(RequestView view, AnswerClauses answer, Viewer viewer)
    : RequestPartModel(view, viewer, RequestPart.Quality)
{
    public sealed record Line
    {
        public string? Code { get; set; }
        [UpTo(RequestStatement.Longest, What = "The answer")] public string? Text { get; set; }
    }

    /// <summary>One for each clause that asks something, in their order.</summary>
    [BindProperty] public List<Line> Answers { get; set; } = [];
    public IReadOnlyList<Clause> Asking => [.. Details.Clauses.Where(c => c.Asks is not null)];

    public void OnGet() =>
        Answers = [.. Asking.Select(c => new Line
        {
            Code = c.Code, Text = Asked.Statements.FirstOrDefault(s => s.ClauseCode == c.Code)?.Text,
        })];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await answer.RunAsync(Viewer, RequestId, Seen, Answers.ToDictionary(a => a.Code!, a => a.Text), cancel);
        return Back("Saved");
    }

    /// <summary>What was typed stands beside its own clause, also when another has begun to ask meanwhile.</summary>
    protected override Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (HttpMethods.IsPost(Request.Method))
            Answers = [.. Asking.Select(c => new Line { Code = c.Code, Text = Answers.Find(a => a.Code == c.Code)?.Text })];
        return base.PrepareAsync(cancel);
    }
}
