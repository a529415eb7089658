using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Jobs;

namespace Portal.Features.Imports.Answering;

/// <summary>
/// Says which new people of a full list are somebody who is on the staff list already, and has the rows compared again: who is the same
/// keeps their training and gets the row's name and address, and who is not leaves.
/// </summary>
public sealed class AnswerWhoIsWho(PortalDb db, JobTrigger jobs)
{
    /// <param name="Number">Of the row.</param>
    /// <param name="Is">Who it is.</param>
    /// <param name="IsSomeoneNew">None of those who were asked about. Neither this nor <paramref name="Is"/>: it is left for later.</param>
    public readonly record struct Answer(int Number, Id<StaffMember>? Is, bool IsSomeoneNew);

    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, IReadOnlyList<Answer> answers, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        var said = answers.ToDictionary(a => a.Number);
        var pairs = await db.ImportPairs.Where(p => p.ImportId == importId).ToListAsync(cancel);
        foreach (var pair in pairs)
            if (said.TryGetValue(pair.Number, out var answer))
                pair.Say(answer.Is is { } same ? pair.StaffId == same : answer.IsSomeoneNew ? false : null);
        if (pairs.Where(p => p.IsSame == true).GroupBy(p => p.StaffId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw await TwiceAsync(twice.Key, [.. twice.Select(p => p.Number).Order()], cancel);
        import.Check();
        await db.SaveAsync(viewer, "Said who in an import is somebody on the staff list", cancel);
        await jobs.TriggerAsync<CheckImportsJob>(cancel);
    }

    private async Task<Refused> TwiceAsync(Id<StaffMember> id, IReadOnlyList<int> rows, CancellationToken cancel)
    {
        var name = await db.Staff.Where(s => s.Id == id).Select(s => s.Name).SingleAsync(cancel);
        return new($"Rows {rows[0]} and {rows[1]} cannot both be {name}. Choose one of them");
    }
}
