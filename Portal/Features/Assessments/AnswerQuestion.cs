using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Assessments;

/// <summary>Answers one question of a return, with evidence if there is any.</summary>
public sealed class AnswerQuestion(PortalDb db, FileStore files, WriteReturn write, UkClock clock)
{
    /// <param name="EvidenceEndsOn">The last day on which the evidence counts.</param>
    public sealed record Entry(int? Score, int? Count, string? Words, DateOnly? EvidenceEndsOn);

    /// <summary>A file as chosen from a computer.</summary>
    public sealed record Document(Stream Content, string Name);

    /// <param name="seen">The version of the answer that the person saw; 0 when there was none.</param>
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, Id<CycleQuestion> questionId, Entry entry, Document? evidence, bool withoutEvidence, int seen, CancellationToken cancel) =>
        write.RunAsync(viewer, id, AssessmentSection.Questions, "Answered a question of a return", async assessment =>
        {
            var question = await db.Set<CycleQuestion>().Where(q => q.Id == questionId && q.CycleId == assessment.CycleId).OneOrRefuseAsync("This question is not part of the return", null, cancel);
            var answer = await db.AssessmentAnswers.SingleOrDefaultAsync(a => a.AssessmentId == id && a.QuestionId == questionId, cancel);
            if (answer is null) db.AssessmentAnswers.Add(answer = new() { AssessmentId = id, QuestionId = questionId });
            else Refused.IfStale(answer, seen);
            answer.Answer(question.Kind, entry.Score, entry.Count, entry.Words, viewer, clock.Now);
            var file = evidence is null ? null : await files.AddAsync(viewer, evidence.Content, evidence.Name, FileRule.Evidence, "Evidence", cancel);
            answer.Show(withoutEvidence ? null : file?.Id ?? answer.EvidenceId, withoutEvidence ? null : entry.EvidenceEndsOn);
        }, cancel);
}
