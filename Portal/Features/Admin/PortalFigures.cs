using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Hubs;

namespace Portal.Features.Admin;

/// <summary>What keeps the portal running, in three figures: its people, its mail and its jobs.</summary>
public sealed class PortalFigures(PortalDb db, UkClock clock) : IHomePanel
{
    /// <param name="LastJob">When one last began; null while none has run.</param>
    public sealed record Figures(int People, int WaitingMail, DateTime? LastJob);

    public int Order => 10;
    public IReadOnlyList<Role> Roles => [Role.SystemAdministrator];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        new("~/Features/Admin/_PortalFigures.cshtml", new Figures(
            await db.Memberships.OfPartnership(viewer).NotOverOn(db, clock.Today).Select(m => m.UserId).Distinct().CountAsync(cancel),
            await db.Outbox.OfPartnership(viewer).CountAsync(m => m.State == MailState.Queued, cancel),
            await db.JobRuns.MaxAsync(r => (DateTime?)r.StartedAt, cancel)));
}
