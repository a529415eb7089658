namespace Portal.Features.Hubs;

/// <summary>What a room finds for the words that somebody typed at the top of a page. The search asks every room, and knows none.</summary>
public interface IFind
{
    /// <summary>Its place among those of other rooms: 10 comes before 20.</summary>
    int Order { get; }

    /// <summary>Nobody without it is told anything of this room.</summary>
    Permission Needs { get; }

    /// <summary>The first few within the viewer's reach, by the same query as the list of the room.</summary>
    Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel);
}
