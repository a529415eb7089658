using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Returns.Sections;

/// <summary>Answers one question of a return, with evidence if there is any.</summary>
public sealed class AnswerQuestion(PortalDb db, FileStore files, WriteReturn write, UkClock clock)
{
    /// <summary>
    /// What a form posts back that showed no answer: less than any version, so that a colleague's first answer
    /// is not overwritten unseen.
    /// </summary>
    public const int NoAnswer = -1;

    /// <param name="EvidenceEndsOn">The last day on which the evidence counts.</param>
    public sealed record Entry(int? Score, int? Count, string? Words, DateOnly? EvidenceEndsOn);

    /// <summary>A file as chosen from a computer.</summary>
    public sealed record Document(Stream Content, string Name);

    /// <param name="seen">The version of the answer that the person saw; <see cref="NoAnswer"/> when there was none.</param>
    public Task RunAsync(
        Viewer viewer, Id<AgencyReturn> id, Id<CycleQuestion> questionId, Entry entry, Document? evidence, bool withoutEvidence, int seen,
        CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.Questions, "Answered a question of a return", async agencyReturn =>
        {
            var question = await db.Set<CycleQuestion>().Where(q => q.Id == questionId && q.CycleId == agencyReturn.CycleId)
                .OneOrRefuseAsync("This question is not part of the return", null, cancel);
            var answer = await db.ReturnAnswers.SingleOrDefaultAsync(a => a.ReturnId == id && a.QuestionId == questionId, cancel);
            if (answer is null) db.ReturnAnswers.Add(answer = new() { ReturnId = id, QuestionId = questionId });
            else Refused.IfStale(answer, seen);
            answer.Answer(question.Kind, entry.Score, entry.Count, entry.Words, viewer, clock.Now);
            var file = evidence is null ? null
                : await files.AddAsync(viewer, evidence.Content, evidence.Name, FileRule.Evidence, "Evidence", cancel);
            var shown = file?.Id ?? (withoutEvidence ? null : answer.EvidenceId);
            answer.Show(shown, shown is null ? null : entry.EvidenceEndsOn);
        }, cancel);
}
