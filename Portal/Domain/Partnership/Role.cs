namespace Portal.Domain;

/// <summary>The roles a membership can carry. What each may do is in <see cref="Permissions"/>.</summary>
public enum Role
{
    Learner,
    LineManager,
    TrainingLead,
    ExecutiveLead,
    CourseProvider,
    TrainingAdministrator,
    Commissioner,
    SubGroupLead,
    BoardMember,
    BoardChair,
    BoardClerk,
    HealthAndWellbeingMember,
    SafeguardingLink,
    Auditor,
    SystemAdministrator,

    /// <summary>The portal itself, acting in a job. Never a membership.</summary>
    System,
}

public static class RoleWords
{
    public static string Words(this Role role) => role switch
    {
        Role.Learner => "Staff member",
        Role.LineManager => "Line manager",
        Role.TrainingLead => "Training lead",
        Role.ExecutiveLead => "Executive lead",
        Role.CourseProvider => "Course provider",
        Role.TrainingAdministrator => "Training administrator",
        Role.Commissioner => "Commissioner",
        Role.SubGroupLead => "Sub-group lead",
        Role.BoardMember => "Board member",
        Role.BoardChair => "Board chair",
        Role.BoardClerk => "Board clerk",
        Role.HealthAndWellbeingMember => "Health and Wellbeing Board member",
        Role.SafeguardingLink => "Safeguarding board link",
        Role.Auditor => "Auditor",
        Role.SystemAdministrator => "System administrator",
        Role.System => "Training portal",
    };

    /// <summary>As it stands within a sentence; names of boards keep their capitals.</summary>
    public static string InSentence(this Role role) =>
        role == Role.HealthAndWellbeingMember ? role.Words() : char.ToLowerInvariant(role.Words()[0]) + role.Words()[1..];

    /// <summary>Whether the role can change what others may do: it needs a second factor, and someone must always hold it.</summary>
    public static bool DecidesForOthers(this Role role) => role is Role.Commissioner or Role.SystemAdministrator;

    /// <summary>Whether the role is held at an agency.</summary>
    public static bool NeedsAgency(this Role role) => role is Role.Learner or Role.LineManager or Role.TrainingLead or Role.ExecutiveLead;

    /// <summary>Whether the role is held at a provider of training.</summary>
    public static bool NeedsProvider(this Role role) => role is Role.CourseProvider;

    /// <summary>Whether the role is held on a body.</summary>
    public static bool NeedsBody(this Role role) =>
        role is Role.SubGroupLead or Role.BoardMember or Role.BoardChair or Role.BoardClerk or Role.HealthAndWellbeingMember
            or Role.SafeguardingLink;

    /// <summary>Whether the role is held on a body of this kind.</summary>
    public static bool SitsOn(this Role role, BodyKind kind) => role switch
    {
        Role.BoardMember or Role.BoardChair or Role.BoardClerk => kind == BodyKind.Partnership,
        Role.SubGroupLead => kind == BodyKind.SubGroup,
        Role.HealthAndWellbeingMember => kind == BodyKind.HealthAndWellbeing,
        Role.SafeguardingLink => kind is BodyKind.SafeguardingChildren or BodyKind.SafeguardingAdults,
        _ => false,
    };

    /// <summary>
    /// Whether whoever holds the role must be on the agency's staff list, because the role sees a record or a team by it.
    /// </summary>
    public static bool NeedsStaffListEntry(this Role role) => role is Role.Learner or Role.LineManager;
}
