using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Agencies.Asking;

/// <summary>Asks the leads of each agency whose staff list is out of date to bring it up to date: each at most once a day.</summary>
public sealed class AskForStaffLists(PortalDb db, StaffListsToAskFor lists, UkClock clock)
{
    /// <summary>How many messages are sent; 0 when everybody was asked today.</summary>
    public async Task<int> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.GovernAgencies);
        var mails = (await lists.RunAsync(viewer, cancel))
            .SelectMany(list => list.People.Select(to => new StaffListMail(list.Id, list.Agency, list.ConfirmedOn, to, clock.Today)));
        return await db.TellOnceAsync(viewer, mails, "Asked agencies for their staff lists", cancel);
    }
}
