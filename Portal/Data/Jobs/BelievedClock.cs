namespace Portal.Data.Jobs;

/// <summary>
/// The newest instant at which a clock of the portal was believed: one row, of which every node is told. A clock that is
/// far from it is not believed until a person says so.
/// </summary>
[KeepsOwnHistory]
public sealed class BelievedClock
{
    /// <summary>There is one.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public required DateTime At { get; init; }
}
