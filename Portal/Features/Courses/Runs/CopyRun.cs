using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Runs;

/// <summary>Plans a date again, once or as a series, as drafts. A day on which nobody works is left out, with why.</summary>
public sealed class CopyRun(PortalDb db, UkClock clock)
{
    /// <param name="First">The first day of the first copy.</param>
    public sealed record Entry(DateOnly First, int Times, int EveryWeeks);

    /// <param name="LeftOut">Why days were left out, in words.</param>
    public sealed record Made(int Dates, IReadOnlyList<string> LeftOut);

    public async Task<Made> RunAsync(Viewer viewer, Id<CourseRun> runId, Entry entry, CancellationToken cancel)
    {
        var run = await db.CourseRuns.VisibleTo(viewer, db).AsNoTracking().AsSplitQuery().Include(r => r.Sessions)
            .Include(r => r.Allocations)
            .Include(r => r.Trainers).Where(r => r.Id == runId).OneOrRefuseAsync("This date is not within your reach", null, cancel);
        var course = await db.Courses.OfPartnership(viewer).AsNoTracking().SingleAsync(c => c.Id == run.CourseId, cancel);
        if (!course.IsOfferedOn(clock.Today)) throw new Refused("This course has been withdrawn");
        if (entry.First <= clock.Today) throw new Refused("The first day must be in the future", nameof(Entry.First));
        if (entry.First > clock.Today.AddYears(3)) throw new Refused("The first day must be within three years", nameof(Entry.First));
        var venue = await db.Venues.OfPartnership(viewer).AsNoTracking().SingleOrDefaultAsync(v => v.Id == run.VenueId, cancel);
        var series = RunSeries.Of([.. run.Sessions.Select(s => s.Hours)], entry.First, entry.Times, entry.EveryWeeks);
        var leftOut = series.Select(c => c.WhyNot).OfType<string>().ToList();
        if (leftOut.Count == series.Count) throw new Refused($"No date can be made: {leftOut.Listed()}", nameof(Entry.First));
        foreach (var copy in series.Where(c => c.WhyNot is null)) db.CourseRuns.Add(run.CopyBy(copy.Days, viewer, venue, clock.Now));
        var made = series.Count - leftOut.Count;
        await db.SaveAsync(viewer, $"Copied a date of {course.Code} {(made == 1 ? "once" : $"{made} times")}", cancel);
        return new(made, leftOut);
    }
}
