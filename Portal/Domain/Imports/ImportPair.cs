namespace Portal.Domain;

/// <summary>
/// A row that would add a person, beside someone whom the full list does not name and who may be that person: of one forename and in one
/// job, as after a marriage, or with one employee number but for the zeros before it. What a person says of them is kept with it.
/// </summary>
[KeepsOwnHistory]
public sealed class ImportPair
{
    public required Id<Import> ImportId { get; init; }

    /// <summary>The row's number.</summary>
    public required int Number { get; init; }

    /// <summary>The one who would leave.</summary>
    public required Id<StaffMember> StaffId { get; init; }

    /// <summary>Whether they are one person; null until somebody has said.</summary>
    public bool? IsSame { get; private set; }

    /// <param name="isSame">Null leaves it for later.</param>
    public void Say(bool? isSame) => IsSame = isSame;
}
