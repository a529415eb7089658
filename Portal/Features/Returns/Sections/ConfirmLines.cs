using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>Confirms the portal's figures, as the person saw them: of one line, or of all that nobody has looked at yet.</summary>
public sealed class ConfirmLines(PortalDb db, WriteReturn write, UkClock clock)
{
    /// <param name="seen">The version of the line that the person saw.</param>
    public Task OneAsync(Viewer viewer, Id<AgencyReturn> id, Id<GapLine> lineId, int seen, CancellationToken cancel) =>
        WriteAsync(viewer, id, async _ =>
        {
            var line = await db.GapLines.Where(l => l.ReturnId == id && l.Id == lineId)
                .OneOrRefuseAsync("This line is no longer part of the return", null, cancel);
            Refused.IfStale(line, seen);
            line.Confirm(viewer, clock.Now);
        }, cancel);

    /// <summary>Passes over lines for which the agency has stated its own figures: those are looked at one by one.</summary>
    /// <param name="taken">When the figures were taken that the person saw.</param>
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, DateTime taken, CancellationToken cancel) =>
        WriteAsync(viewer, id, async agencyReturn =>
        {
            if (agencyReturn.FiguresTakenAt != taken)
                throw new Refused("The figures were taken again while you were looking. Check them and confirm again");
            foreach (var line in await db.GapLines.Where(l => l.ReturnId == id && l.AnsweredAt == null && l.StatedHeadcount == null)
                .ToListAsync(cancel))
                line.Confirm(viewer, clock.Now);
        }, cancel);

    private Task WriteAsync(Viewer viewer, Id<AgencyReturn> id, Func<AgencyReturn, Task> change, CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.People, "Confirmed figures of a return", change, cancel);
}
