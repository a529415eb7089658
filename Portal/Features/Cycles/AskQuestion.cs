using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Cycles;

/// <summary>Adds a question of the commissioner's own to a cycle that is not open yet, or changes the words of one that it asks.</summary>
public sealed class AskQuestion(PortalDb db)
{
    public sealed record Entry(QuestionKind Kind, string Text, string? Hint, string? Descriptors);

    /// <param name="questionId">Null for a new one, whose kind then stays as it is.</param>
    public async Task RunAsync(
        Viewer viewer, Id<Cycle> cycleId, Id<CycleQuestion>? questionId, Entry entry, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.ManageCycles);
        var cycle = await db.Cycles.OfPartnership(viewer).Include(c => c.Questions).Where(c => c.Id == cycleId)
            .OneOrRefuseAsync("This cycle is not within your reach", null, cancel);
        Refused.IfStale(cycle, seen);
        if (questionId is null) db.Add(cycle.Ask(entry.Kind, entry.Text, entry.Hint, entry.Descriptors));
        else cycle.Reword(questionId.Value, entry.Text, entry.Hint, entry.Descriptors);
        db.Entry(cycle).State = EntityState.Modified; // A question alone may have changed, and still makes a new version.
        await db.SaveAsync(viewer, $"Changed the questions of the cycle “{cycle.Title}”", cancel);
    }
}
