using System.ComponentModel.DataAnnotations;

namespace Portal.Jobs;

/// <summary>What this node does with jobs.</summary>
public sealed class JobOptions : ISettings
{
    public static string Section => "Jobs";

    /// <summary>
    /// False for a node that only serves pages; what it asks for is then run by the others, or when it next starts with jobs.
    /// </summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// With PostgreSQL: how many seconds after a node was killed another begins again what it was doing. The same on all nodes.
    /// </summary>
    [Range(5, 3600)]
    public int TakeOverSeconds { get; init; } = 60;
}
