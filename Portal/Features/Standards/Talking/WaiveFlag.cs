using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Talking;

/// <summary>
/// Waives an open flag up to a day, for a reason that the board and the agency read, or ends its waiver before that day.
/// </summary>
public sealed class WaiveFlag(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Flag> flagId, DateOnly until, string because, CancellationToken cancel) =>
        ChangeAsync(viewer, flagId, flag => flag.Waive(viewer, until, because, clock.Today, clock.Now),
            reference => $"Waived the flag {reference} until {Words.Day(until)}", cancel);

    public Task EndAsync(Viewer viewer, Id<Flag> flagId, CancellationToken cancel) =>
        ChangeAsync(viewer, flagId, flag => flag.EndWaiver(viewer, clock.Today, clock.Now),
            reference => $"Ended the waiver of the flag {reference}", cancel);

    private Task ChangeAsync(
        Viewer viewer, Id<Flag> flagId, Action<Flag> change, Func<string, string> what, CancellationToken cancel)
    {
        viewer.Require(Permission.GovernAgencies);
        return db.OneAtATimeAsync(viewer, async () =>
        {
            var flag = await db.Flags.VisibleTo(viewer).Include(f => f.Events).Where(f => f.Id == flagId)
                .OneOrRefuseAsync("This flag is not within your reach", null, cancel);
            change(flag);
            db.AlsoConcerns([flag.AgencyId]);
            await db.SaveAsync(viewer, what(flag.Reference), cancel);
        }, cancel);
    }
}
