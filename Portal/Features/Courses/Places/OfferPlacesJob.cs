using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Ends offers and questions that nobody answered in time, and offers what is free to whoever waits: also what was kept for an agency
/// until today. What a person does settles their run at once; this is for what only time does.
/// </summary>
public sealed class OfferPlacesJob(PortalDb db, PlacesOfRun places, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var settled = 0;
        foreach (var (id, partnership) in await CandidatesAsync(cancel))
        {
            if (!await places.IsAnythingDueAsync(id, cancel)) continue;
            await places.RunAsync(Viewer.System(partnership), id, [], (_, _) => Task.FromResult("Offered free places of a date"), cancel);
            db.ChangeTracker.Clear();
            settled++;
        }
        return settled == 0 ? null : $"Offered or freed places of {Words.Count(settled, "date")}";
    }

    /// <summary>Runs where someone did not answer, and those that can be booked, have a place that nobody has, and have a queue.</summary>
    private async Task<List<(Id<CourseRun>, Id<Partnership>)>> CandidatesAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var late = db.CourseRuns.Where(r => db.Bookings.Any(b => b.RunId == r.Id && b.AnswerBy != null
            && (b.AnswerBy <= now || r.ClosesAt <= now)));
        var open = db.CourseRuns.Where(r => r.State == RunState.Published && r.StartsAt > now && r.OpensAt <= now && r.ClosesAt > now
            && db.Bookings.Any(b => b.RunId == r.Id && b.State == BookingState.Waiting)
            && db.Bookings.Count(b => b.RunId == r.Id
                && (b.State == BookingState.AwaitingManager || b.State == BookingState.Offered || b.State == BookingState.Booked))
                < r.MaxPlaces);
        var all = await late.Select(r => new { r.Id, r.PartnershipId }).ToListAsync(cancel);
        all.AddRange(await open.Select(r => new { r.Id, r.PartnershipId }).ToListAsync(cancel));
        return [.. all.Distinct().Select(r => (r.Id, r.PartnershipId))];
    }
}
