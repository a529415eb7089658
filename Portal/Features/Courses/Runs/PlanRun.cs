using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Runs;

/// <summary>
/// What the form of a date says, put into a run: its venue, the agencies that places are kept for and its trainers must be ones that can
/// be chosen. Saves nothing.
/// </summary>
public sealed class PlanRun(PortalDb db, RunChoices choices, UkClock clock)
{
    /// <param name="Kept">Places kept for agencies.</param>
    public sealed record Entry(
        CourseRun.Terms Terms, IReadOnlyList<CourseRun.Hours> Sessions, IReadOnlyDictionary<Id<Agency>, int> Kept,
        IReadOnlyList<Id<User>> Trainers);

    /// <param name="taken">Places that are booked or offered already.</param>
    public async Task RunAsync(Viewer viewer, CourseRun run, Entry entry, int taken, CancellationToken cancel)
    {
        var venue = entry.Terms.VenueId is { } id
            ? await db.Venues.OfPartnership(viewer).AsNoTracking().Where(v => v.Id == id)
                .OneOrRefuseAsync("Select a venue", nameof(CourseRun.Terms.VenueId), cancel)
            : null;
        var offered = await choices.RunAsync(viewer, run.CourseId, cancel);
        if (entry.Kept.Keys.Any(kept => offered.Agencies.All(a => a.Id != kept)))
            throw new Refused("Select an agency of the partnership", nameof(CourseRun.Allocations));
        if (entry.Trainers.Any(trainer => offered.Trainers.All(t => t.Id != trainer)))
            throw new Refused("Select people of the course’s provider", nameof(CourseRun.Trainers));
        run.Plan(viewer, entry.Terms, entry.Sessions, venue, taken, clock.Now);
        run.Keep(entry.Kept);
        run.GivenBy(entry.Trainers);
    }
}
