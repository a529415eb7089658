using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Says what is asked for: more of a course, or a new one with what it would cover; for how many, and when.</summary>
public sealed class SayWhat(WriteRequest write, PortalDb db, UkClock clock)
{
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, int seen, CommissioningRequest.Content entry, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.What, seen, "what is asked for", async request =>
        {
            if (entry.CourseId is { } course)
                await db.Courses.OfferedTo(viewer).OfferedOn(clock.Today).Where(c => c.Id == course)
                    .OneOrRefuseAsync("Select a course that is on offer", nameof(entry.CourseId), cancel);
            var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
            var statements = framework?.Competencies.Where(c => c.LevelNumber == request.LevelNumber).Select(c => c.Code) ?? [];
            if (entry.Competencies.Except(statements).Any())
                throw new Refused("Select statements of the level asked for", nameof(entry.Competencies));
            var strands = await db.Strands.OfPartnership(viewer).Select(s => s.Code).ToListAsync(cancel);
            if (entry.Strands.Except(strands).Any()) throw new Refused("Select strands of the list", nameof(entry.Strands));
            request.SayWhat(entry with { Competencies = entry.CourseId is null ? entry.Competencies : [] }, clock.Today);
        }, cancel);
}
