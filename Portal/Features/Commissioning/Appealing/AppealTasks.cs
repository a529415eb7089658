using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Appealing;

/// <summary>For the chair: appeals that wait for an answer, the oldest first.</summary>
public sealed class AppealTasks(PortalDb db) : ITasks
{
    public int Order => 71;
    public Permission? Needs => Permission.AnswerAppeals;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await db.CommissioningRequests.VisibleTo(viewer).Where(r => r.Appeal!.Outcome == AppealOutcome.Waiting)
            .OrderBy(r => r.Appeal!.At).ThenBy(r => r.Id).Select(r => new { r.Id, r.Number, r.Title, r.Appeal!.Against })
            .ToListAsync(cancel);
        return [.. waiting.Select(r => new HomeTask($"Answer the appeal about {CommissioningRequest.ReferenceOf(r.Number)}, {r.Title}",
            $"/Commissioning/{r.Id}/Appeal/Answer", null, $"It is {r.Against.Words()}. Nothing is ordered before it is answered"))];
    }
}
