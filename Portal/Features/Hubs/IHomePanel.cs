namespace Portal.Features.Hubs;

/// <summary>What a room shows on the home pages of some roles, below what there is to do.</summary>
public interface IHomePanel
{
    /// <summary>Its place on the page: 10 comes before 20.</summary>
    int Order { get; }

    /// <summary>On whose home pages it stands; nobody else's asks for it.</summary>
    IReadOnlyList<Role> Roles { get; }

    /// <summary>Null when there is nothing to show.</summary>
    Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel);
}
