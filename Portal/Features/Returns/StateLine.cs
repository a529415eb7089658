using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns;

/// <summary>States the agency's own figures for a line, with the reason, beside the portal's.</summary>
public sealed class StateLine(PortalDb db, WriteReturn write, UkClock clock)
{
    public sealed record Entry(int? Headcount, int? Holding, string? Reason);

    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, Id<GapLine> lineId, Entry entry, int seen, CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.People, "Stated figures of a return", async _ =>
        {
            var line = await db.GapLines.Where(l => l.ReturnId == id && l.Id == lineId)
                .OneOrRefuseAsync("This line is no longer part of the return", null, cancel);
            Refused.IfStale(line, seen);
            line.State(entry.Headcount, entry.Holding, entry.Reason, viewer, clock.Now);
        }, cancel);
}
