using Portal.Data;

namespace Portal.Features.Admin;

/// <summary>Lets the database look again at what it holds, so that it goes on finding things the short way as it grows.</summary>
public sealed class RenewStatisticsJob(PortalDb db)
{
    public Task RunAsync(CancellationToken cancel) => db.RenewStatisticsAsync(cancel);
}
