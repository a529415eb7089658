namespace Portal.Features.Commissioning.Writing;

/// <summary>Says how the training meets the clauses that no data can tell.</summary>
public sealed class AnswerClauses(WriteRequest write)
{
    /// <param name="answers">By the code of the clause; nothing takes an answer away.</param>
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, int seen, IReadOnlyDictionary<string, string?> answers, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Quality, seen, "the answers", request =>
        {
            foreach (var (clause, text) in answers) request.SayOf(clause, text);
            return Task.CompletedTask;
        }, cancel);
}
