using Portal.Features.Hubs;

namespace Portal.Features.Home;

/// <summary>What each room has for someone to do and to see, in order. Only rooms that are for this person are asked.</summary>
public sealed class HomeView(IEnumerable<ITasks> tasks, IEnumerable<IHomePanel> panels, UkClock clock)
{
    public sealed record Shown(IReadOnlyList<HomeTask> Tasks, IReadOnlyList<Panel> Panels, DateOnly Today);

    public async Task<Shown> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> toDo = [];
        foreach (var room in tasks.Where(t => t.Needs is not { } needed || viewer.May(needed)).OrderBy(t => t.Order))
            toDo.AddRange(await room.RunAsync(viewer, cancel));
        List<Panel> toSee = [];
        foreach (var room in panels.Where(p => p.Roles.Contains(viewer.Role)).OrderBy(p => p.Order))
            if (await room.RunAsync(viewer, cancel) is { } panel) toSee.Add(panel);
        return new(toDo, toSee, clock.Today);
    }
}
