using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Returns.AtHome;

/// <summary>For the executive lead: returns to sign, and those that the training lead has not sent in time.</summary>
public sealed class SignTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 54;
    public Permission? Needs => Permission.SignReturns;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var within = db.Returns.VisibleTo(viewer, db, Permission.SignReturns);
        var sent = within.Where(a => a.State == ReturnState.AwaitingSignature && a.SentBy != viewer.UserId);
        return
        [
            .. (await ReturnRow.OfAsync(db, sent, cancel)).Select(r => new HomeTask($"Sign the return for {r.Cycle}",
                $"/Returns/{r.Id}/Sign", r.Return is { SignedAt: null, Number: 1 } ? UkClock.DayOf(r.Return.DueAt) : null,
                "Your agency’s training lead has sent it to you")),
            .. (await ReturnRow.OfAsync(db, within.MissingAt(clock.Now, db), cancel)).Select(r => new HomeTask(
                $"See that the return for {r.Cycle} is sent", $"/Returns/{r.Id}", r.Due,
                "Your agency’s training lead has not sent it to you yet")),
        ];
    }
}
