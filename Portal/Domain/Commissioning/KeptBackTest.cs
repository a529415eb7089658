using System.Text.Json;

namespace Portal.Domain;

/// <summary>How good the forecast of a partnership would have been, as it was last made: at night, so that nobody waits for it.</summary>
[KeepsOwnHistory]
public sealed class KeptBackTest : IBelongToPartnership
{
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>By which it was made.</summary>
    public Id<Framework> FrameworkId { get; private set; }

    /// <summary>The day whose past it looks at.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>The version of the staff lists by which it was made.</summary>
    public long StaffLists { get; private set; }

    /// <summary>JSON of the lines of a <see cref="DemandBackTest"/>.</summary>
    public string Lines { get; private set; } = "[]";

    public bool IsOf(Id<Framework> framework, DateOnly day, long staffLists) =>
        (FrameworkId, MadeOn, StaffLists) == (framework, day, staffLists);

    public void Keep(Id<Framework> framework, DateOnly day, long staffLists, DemandBackTest test) =>
        (FrameworkId, MadeOn, StaffLists, Lines) = (framework, day, staffLists, JsonSerializer.Serialize(test.Lines));

    public DemandBackTest Read() => new(JsonSerializer.Deserialize<List<DemandBackTest.Line>>(Lines)!);
}
