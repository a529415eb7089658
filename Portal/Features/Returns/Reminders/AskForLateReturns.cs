using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Returns.Reminders;

/// <summary>The commissioner asks the leads of agencies for returns that have not been sent: each at most once a day.</summary>
public sealed class AskForReturnsNotSent(PortalDb db, ReturnsToAskFor late, UkClock clock)
{
    /// <summary>How many messages are sent; 0 when everybody was asked today.</summary>
    public async Task<int> RunAsync(Viewer viewer, Id<AgencyReturn>? only, ReturnList.Filter? filter, CancellationToken cancel)
    {
        viewer.Require(Permission.ReviewReturns);
        var mails = (await late.RunAsync(viewer, only, filter, cancel))
            .SelectMany(row => row.People.Select(to => new ReturnAskedMail(row.About, to, clock.Today) { IsLate = row.IsLate }));
        return await db.TellOnceAsync(viewer, mails, "Asked agencies for their returns", cancel);
    }
}
