using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>The questions of a return in their order, with the answers and the names of their evidence.</summary>
public sealed class QuestionsSection(PortalDb db)
{
    /// <param name="Moderated">The commissioner’s score, once the person may see it.</param>
    public sealed record Row(CycleQuestion Question, ReturnAnswer? Answer, string? Evidence, int? Moderated)
    {
        /// <summary>Where the answer stands, in words: what nobody has looked at is not assessed.</summary>
        public string Status => Answer switch
        {
            { IsAnswered: true } => "Answered",
            { IsCarriedForward: true } => "From last time, not assessed",
            _ => "Not assessed"
        };
    }

    public async Task<IReadOnlyList<Row>> RunAsync(ReturnView.Details details, CancellationToken cancel)
    {
        var answers = await db.ReturnAnswers.AsNoTracking().Where(a => a.ReturnId == details.Return.Id)
            .ToDictionaryAsync(a => a.QuestionId, cancel);
        var files = await db.ReturnAnswers.Where(a => a.ReturnId == details.Return.Id && a.EvidenceId != null)
            .Join(db.Files, a => a.EvidenceId, f => (Id<StoredFile>?)f.Id, (a, f) => new { f.Id, f.Name }).Distinct()
            .ToDictionaryAsync(f => f.Id, f => f.Name, cancel);
        return [.. details.Cycle.Questions.OrderBy(q => q.Number)
            .Select(q => new Row(q, answers.GetValueOrDefault(q.Id),
                answers.GetValueOrDefault(q.Id)?.EvidenceId is { } file ? files.GetValueOrDefault(file) : null,
                details.ShowsModerated ? answers.GetValueOrDefault(q.Id)?.ModeratedScore : null))];
    }
}
