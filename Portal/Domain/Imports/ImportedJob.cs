namespace Portal.Domain;

/// <summary>What an import says of a person's job, or what that was before it. Of a training history the employee number alone.</summary>
public sealed record ImportedJob
{
    public static readonly ImportedJob Unsaid = new();

    public string? EmployeeNumber { get; init; }
    public Id<JobTitle>? JobTitleId { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? LeftOn { get; init; }

    /// <summary>Found when the row is compared: the file gives a number or an email.</summary>
    public Id<StaffMember>? ManagerId { get; init; }
}
