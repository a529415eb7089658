namespace Portal.Features.Home;

/// <summary>For a role that has no work of its own here: a report to acknowledge in another role, if there is one.</summary>
public sealed class SectionsHome(EditionTasks editions, UkClock clock)
{
    public sealed record View(IReadOnlyList<HomeTask> Tasks, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel) => new(await editions.RunAsync(viewer, cancel), clock.Today);
}
