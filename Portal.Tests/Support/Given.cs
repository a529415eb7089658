
namespace Portal.Tests.Support;

/// <summary>Rows for tests, whole and plausible, each saying only what the test cares about. All people and places are fictional.</summary>
public static class Given
{
    /// <summary>The day that <see cref="TestClock"/> starts on.</summary>
    public static readonly DateOnly Today = new(2026, 11, 16);

    public static Partnership Partnership(string name = "Ambermere Community Safety Partnership") => new()
    {
        Name = name,
        ShortName = "SBP",
        FrameworkCode = "NICE-BROMLEY",
        SupportEmail = "help@ambermere.example",
    };

    public static Phase Phase(Partnership partnership, int number = 1, DateOnly? startsOn = null) => new()
    {
        PartnershipId = partnership.Id,
        Number = number,
        StartsOn = startsOn ?? Today.AddYears(-2),
    };

    public static Agency Agency(Phase phase, string name = "Ambermere Borough Council", AgencyType type = AgencyType.Council) => new()
    {
        PartnershipId = phase.PartnershipId,
        PhaseId = phase.Id,
        Name = name,
        Type = type,
        Duty = Duty.Statutory,
    };

    public static StaffMember Staff(Agency agency, string name = "Asha Rahman", string? email = null) => new()
    {
        PartnershipId = agency.PartnershipId,
        Name = name,
        Email = email ?? $"{name.ToLowerInvariant().Replace(' ', '.')}@ambermere.example",
    };

    public static Body Body(Partnership partnership, string name = "Safer Borough Partnership", string code = "SBP", BodyKind kind = BodyKind.Partnership) => new()
    {
        PartnershipId = partnership.Id,
        Code = code,
        Name = name,
        ShortName = code,
        Kind = kind,
        MeetsEveryMonths = 3,
    };
}
