namespace Portal.Features.Hubs;

/// <summary>What a room has for someone to do. Their home page asks every room for it, and knows none of them.</summary>
public interface ITasks
{
    /// <summary>Its place among those of other rooms, where nothing else says which is more pressing: 10 comes before 20.</summary>
    int Order { get; }

    /// <summary>Only those who may do this, at least somewhere, are asked about it; null when it may be for anyone.</summary>
    Permission? Needs { get; }

    Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel);
}
