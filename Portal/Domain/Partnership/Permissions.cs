namespace Portal.Domain;

/// <summary>One thing a person may do. Each page names the one it needs.</summary>
public enum Permission
{
    ReadFramework, EditFramework,
    ReadAgencies, GovernAgencies, ConfirmLeads, FileStrategy, ApproveStrategy, SignCommitment,
    ReadStaff, EditStaff, ReadRecord, ClaimTraining, RecordTraining, VerifyTraining, MapJobTitles, ImportStaff,
    AnswerPostRequests, EditSharedPeople, InviteStaff,
    ReadCourses, BookPlaces, ApproveBookings, ReadBookings, EditCourses, EditProviders, RunCourses, WaiveCharges,
    ReadStandards, EditStandards, ReadResults, ReadFlags, AnswerFlags, RunEvaluation,
    ReadEditions, PrepareEditions, ApproveEditions, AcknowledgeEditions,
    ReadReturns, WriteReturns, ShareReturns, SignReturns, ReviewReturns, ManageCycles, ReadGaps, ReadFunding, EditFunding,
    ReadRequests, WriteRequests, HelpWithRequests, DecideRequests, AnswerAppeals,
    ReadBodies, EditMeetings,
    ManagePeople, ReadAudit, RunJobs, ReadEngine, ReadMail,
}

/// <summary>How far a permission reaches: the person's own record, their team, their agency, or the whole partnership.</summary>
public enum Reach { None, Own, Team, Agency, Partnership }

/// <summary>
/// Who may do what, and how far: the whole table, on one screen. Board members see agencies and never a learner's name.
/// </summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Reach> Everyone =
        At(Reach.Partnership, Permission.ReadFramework, Permission.ReadStandards, Permission.ReadBodies, Permission.ReadCourses);

    private static readonly Permission[] Scrutiny =
        [Permission.ReadAgencies, Permission.ReadResults, Permission.ReadFlags, Permission.ReadEditions];

    private static readonly Permission[] Board = [.. Scrutiny, Permission.ReadGaps, Permission.ReadFunding, Permission.ReadRequests];

    private static readonly Dictionary<Role, Dictionary<Permission, Reach>> Table = new()
    {
        [Role.Learner] = At(Reach.Own,
            Permission.ReadRecord, Permission.ClaimTraining, Permission.AnswerPostRequests, Permission.WriteReturns,
            Permission.BookPlaces, Permission.HelpWithRequests),

        [Role.LineManager] = At(Reach.Team,
            Permission.ReadStaff, Permission.ReadRecord, Permission.ClaimTraining, Permission.VerifyTraining, Permission.AnswerPostRequests,
            Permission.WriteReturns, Permission.BookPlaces, Permission.ApproveBookings, Permission.ReadBookings,
            Permission.HelpWithRequests),

        [Role.TrainingLead] = At(Reach.Agency, [.. Scrutiny, Permission.AnswerFlags, Permission.ConfirmLeads, Permission.FileStrategy,
            Permission.ReadStaff, Permission.EditStaff, Permission.ReadRecord, Permission.RecordTraining, Permission.VerifyTraining,
            Permission.MapJobTitles, Permission.ImportStaff, Permission.AnswerPostRequests, Permission.InviteStaff,
            Permission.ReadReturns, Permission.WriteReturns, Permission.ShareReturns, Permission.ReadAudit,
            Permission.BookPlaces, Permission.ApproveBookings, Permission.ReadBookings, Permission.EditCourses, Permission.RunCourses,
            Permission.ReadRequests, Permission.WriteRequests]),

        [Role.ExecutiveLead] = At(
            Reach.Agency, [.. Scrutiny, Permission.AnswerFlags, Permission.ConfirmLeads, Permission.ApproveStrategy,
                Permission.SignCommitment, Permission.ReadReturns, Permission.SignReturns, Permission.VerifyTraining,
                Permission.ReadRequests, Permission.WriteRequests]),

        // Of its own courses, and of those who come to them.
        [Role.CourseProvider] = At(Reach.Own, Permission.RunCourses),

        [Role.TrainingAdministrator] = At(Reach.Partnership, Permission.ReadAgencies, Permission.ReadStaff, Permission.ReadRecord,
            Permission.ReadResults, Permission.ReadFlags, Permission.ReadReturns, Permission.ReadAudit,
            Permission.BookPlaces, Permission.ReadBookings, Permission.EditCourses, Permission.EditProviders, Permission.RunCourses,
            Permission.WaiveCharges, Permission.ReadRequests),

        [Role.Commissioner] = At(
            Reach.Partnership, [.. Scrutiny, Permission.EditFramework, Permission.EditStandards, Permission.GovernAgencies,
                Permission.ConfirmLeads, Permission.FileStrategy, Permission.ApproveStrategy, Permission.SignCommitment,
                Permission.ReadStaff, Permission.ReadRecord, Permission.VerifyTraining, Permission.MapJobTitles, Permission.RunEvaluation,
                Permission.AnswerPostRequests, Permission.EditSharedPeople,
                Permission.PrepareEditions, Permission.ApproveEditions, Permission.ReadReturns, Permission.ReviewReturns,
                Permission.ManageCycles,
                Permission.ReadGaps, Permission.ReadFunding, Permission.EditFunding, Permission.EditMeetings, Permission.ManagePeople,
                Permission.ReadBookings, Permission.EditCourses, Permission.EditProviders, Permission.RunCourses, Permission.WaiveCharges,
                Permission.ReadRequests, Permission.WriteRequests, Permission.DecideRequests,
                Permission.ReadAudit, Permission.RunJobs, Permission.ReadMail]),

        [Role.SubGroupLead] = At(
            Reach.Partnership, [.. Board, Permission.AcknowledgeEditions]),
        [Role.BoardMember] = At(
            Reach.Partnership, [.. Board, Permission.AcknowledgeEditions]),
        [Role.BoardChair] = At(
            Reach.Partnership, [.. Board, Permission.AcknowledgeEditions, Permission.AnswerAppeals]),
        [Role.BoardClerk] = At(Reach.Partnership, Permission.ReadEditions, Permission.AcknowledgeEditions, Permission.EditMeetings),
        [Role.HealthAndWellbeingMember] = [],
        [Role.SafeguardingLink] = At(Reach.Partnership, Permission.ReadEditions, Permission.ReadGaps, Permission.AcknowledgeEditions),
        [Role.Auditor] = At(
            Reach.Partnership, [.. Board, Permission.ReadReturns, Permission.ReadAudit]),

        [Role.SystemAdministrator] = At(Reach.Partnership, Permission.ManagePeople, Permission.ReadAudit, Permission.RunJobs,
            Permission.ReadEngine,
            Permission.ReadMail),

        [Role.System] = At(Reach.Partnership, Enum.GetValues<Permission>()),
    };

    /// <summary>
    /// How far <paramref name="permission"/> reaches for <paramref name="role"/>;
    /// <see cref="Reach.None"/> when it is not theirs.
    /// </summary>
    public static Reach Of(Role role, Permission permission) =>
        Table[role].TryGetValue(permission, out var reach) || Everyone.TryGetValue(permission, out reach) ? reach : Reach.None;

    /// <summary>
    /// Whether someone in a role may give another: whoever manages people any; a training lead those of the people of their own agency, and
    /// their own to a deputy.
    /// </summary>
    public static bool MayGive(Role giver, Role given) => given != Role.System && (Of(giver, Permission.ManagePeople) != Reach.None
        || (Of(giver, Permission.InviteStaff) != Reach.None && given is Role.Learner or Role.LineManager or Role.TrainingLead));

    private static Dictionary<Permission, Reach> At(Reach reach, params Permission[] permissions) =>
        permissions.ToDictionary(p => p, _ => reach);
}
