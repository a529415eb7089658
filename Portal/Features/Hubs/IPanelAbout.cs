namespace Portal.Features.Hubs;

/// <summary>What a room shows on a page of a room above it, which knows none of those below.</summary>
/// <typeparam name="T">What the page is about.</typeparam>
public interface IPanelAbout<in T>
{
    /// <summary>Null when there is nothing to show, or this person may not see it.</summary>
    Task<Panel?> RunAsync(Viewer viewer, T shown, CancellationToken cancel);
}

public static class PanelsAbout
{
    public static async Task<IReadOnlyList<Panel>> ShowAsync<T>(
        this IEnumerable<IPanelAbout<T>> rooms, Viewer viewer, T shown, CancellationToken cancel)
    {
        var panels = new List<Panel>();
        foreach (var room in rooms)
            if (await room.RunAsync(viewer, shown, cancel) is { } panel) panels.Add(panel);
        return panels;
    }
}
