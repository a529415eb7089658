namespace Portal.Domain;

/// <summary>A person in a job at an agency, from a day until a day. Someone may hold several, at one agency or more.</summary>
public sealed class Post : IBelongToPartnership, IVersioned
{
    /// <summary>Nobody at work today began before.</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    public Id<Post> Id { get; init; } = Id<Post>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required Id<StaffMember> StaffId { get; init; }
    public required Id<JobTitle> JobTitleId { get; set; }

    /// <summary>The agency's own number for the person: the first key by which a staff list finds them.</summary>
    public string? EmployeeNumber { get; set; }

    /// <summary>First day in the job; null when the staff list does not give it.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>The first day no longer in the job; null while in it.</summary>
    public DateOnly? LeftOn { get; private set; }
    public Id<StaffMember>? ManagerId { get; private set; }
    public int Version { get; private set; }

    /// <summary>Sets the first day in the job. Refused when it cannot be: after leaving, before 1950, or more than a year ahead.</summary>
    public void Start(DateOnly? startedOn, DateOnly today)
    {
        if (WhyNotStart(startedOn, today) is { } why) throw new Refused(why, nameof(StartedOn));
        if (startedOn > LeftOn) throw new Refused("Start date must be on or before the leaving date", nameof(StartedOn));
        StartedOn = startedOn;
    }

    /// <summary>The last day for which a beginning or an end can be planned.</summary>
    public static DateOnly Latest(DateOnly today) => today.AddYears(1);

    /// <summary>Why nobody can begin a job on this day, in a sentence; null when someone can, or no day is given.</summary>
    public static string? WhyNotStart(DateOnly? day, DateOnly today) =>
        day > Latest(today) ? "Start date must be within the next 12 months"
        : day < Earliest ? "Start date must be after 1 January 1950"
        : null;

    public const string LeavesBeforeStart = "Last day must be on or after the start date";

    /// <summary>Why nobody's job can have ended when this day comes, in a sentence; null when it can, or no day is given.</summary>
    /// <param name="leftOn">The first day no longer in the job: the sentence speaks of the last day in it.</param>
    public static string? WhyNotLeave(DateOnly? leftOn, DateOnly today) =>
        leftOn > Latest(today) ? "Last day must be within the next 12 months"
        : leftOn < Earliest ? "Last day must be after 1 January 1950"
        : null;

    /// <summary>Whether someone still holds it on a day, or will.</summary>
    public bool IsCurrentOn(DateOnly day) => LeftOn is null || day < LeftOn;

    /// <summary>Whether someone holds it on a day: begun, and not yet left.</summary>
    public bool IsHeldOn(DateOnly day) => IsCurrentOn(day) && !(day < StartedOn);

    public void ReportTo(Id<StaffMember>? manager)
    {
        if (manager == StaffId) throw new Refused("A person cannot be their own line manager", "Manager");
        ManagerId = manager;
    }

    public void Leave(DateOnly leftOn)
    {
        if (LeftOn is not null) throw new Refused("This person has already left this job", nameof(LeftOn));
        if (leftOn < StartedOn) throw new Refused("Leaving date must be on or after the start date", nameof(LeftOn));
        LeftOn = leftOn;
    }

    /// <summary>That it ended was an error.</summary>
    public void Resume()
    {
        if (LeftOn is null) throw new Refused("This person has not left this job");
        LeftOn = null;
    }
}

/// <summary>
/// What an agency calls a job, and the framework's job role it stands for. Unmapped titles are listed
/// and never count as compliant.
/// </summary>
public sealed class JobTitle : IBelongToPartnership
{
    public Id<JobTitle> Id { get; init; } = Id<JobTitle>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>As the staff list writes it; one agency's titles differ by more than case and spaces.</summary>
    public required string Title { get; init; }
    public Id<JobRole>? JobRoleId { get; set; }
}
