namespace Portal.Domain;

/// <summary>
/// How many places of a run are free for an agency: those there are, without those taken, and until the release day without what is kept
/// for others and not yet taken by them. Lists know only counts, so it asks for no more.
/// </summary>
public static class FreePlaces
{
    /// <param name="agency">Null for someone of no agency: every place that is kept is kept for others.</param>
    /// <param name="takenBy">Places that an agency has taken.</param>
    /// <param name="taken">Places that are taken in all.</param>
    public static int For(CourseRun run, Id<Agency>? agency, Func<Id<Agency>, int> takenBy, int taken, DateOnly today)
    {
        var kept = run.ReleaseOn is { } day && today < day
            ? run.Allocations.Where(a => a.AgencyId != agency).Sum(a => Math.Max(0, a.Places - takenBy(a.AgencyId))) : 0;
        return Math.Max(0, run.MaxPlaces - taken - kept);
    }
}
