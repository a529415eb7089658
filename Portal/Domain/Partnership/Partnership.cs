namespace Portal.Domain;

/// <summary>A community safety partnership: the tenant that every row belongs to.</summary>
public sealed class Partnership
{
    public Id<Partnership> Id { get; init; } = Id<Partnership>.New();
    public required string Name { get; set; }

    /// <summary>What people call it, for example "SBP".</summary>
    public required string ShortName { get; set; }

    /// <summary>The framework family in use; its version in force is found by date.</summary>
    public required string FrameworkCode { get; set; }

    /// <summary>
    /// What the partnership resolved about training, in a sentence or two: the purpose that its reports state.
    /// Null in a database that has not loaded its defaults yet.
    /// </summary>
    public string? Resolution { get; set; }

    /// <summary>Which files its defaults were last loaded from, as a hash of them; null where they never were.</summary>
    public string? DefaultsFrom { get; set; }

    /// <summary>Where people who need help with the portal write.</summary>
    public required string SupportEmail { get; set; }
}
