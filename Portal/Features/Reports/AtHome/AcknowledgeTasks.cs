using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Reports.AtHome;

/// <summary>The newest report, for someone who was sent it as a member of the board and acts as something else today.</summary>
public sealed class AcknowledgeTasks(PortalDb db, AcknowledgingRole acknowledging) : ITasks
{
    public int Order => 60;
    public Permission? Needs => null;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (await acknowledging.RunAsync(viewer, cancel) is not { } other) return [];
        var newest = await db.Editions.AsNoTracking().OfPartnership(viewer).Where(e => e.State == EditionState.Issued)
            .OrderByDescending(e => e.MeetingOn).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        if (newest is null) return [];
        var mine = db.EditionRecipients.Where(r => r.EditionId == newest.Id && r.UserId == viewer.UserId && r.AcknowledgedAt == null);
        if (!await mine.AnyAsync(cancel)) return [];
        return [new($"Read edition {newest.Number} of the noncompliance report and acknowledge it as {other.Role.InSentence()}",
            $"/Account/ActingAs?As={other.MembershipId}&ReturnUrl=/Reports/{newest.Id}", null,
            $"It was sent to you for the meeting on {Words.Day(newest.MeetingOn)}")];
    }
}
