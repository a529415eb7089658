namespace Portal.Data.Seeding;

/// <summary>Whom to sign in as in the fictional borough, in Development only: one person for each role, all with one password.</summary>
public static class DemoPeople
{
    /// <summary>Written in the README too. The borough is never made outside Development, so it opens nothing.</summary>
    public const string Password = "Brambleford-Demo-1";

    public static readonly IReadOnlyDictionary<Role, string> Email = new Dictionary<Role, string>
    {
        [Role.Learner] = "learner@brambleford.example",
        [Role.LineManager] = "line.manager@brambleford.example",
        [Role.TrainingLead] = "training.lead@kestrel-homes.example",
        [Role.ExecutiveLead] = "executive.lead@kestrel-homes.example",
        [Role.CourseProvider] = "course.provider@brambleford.example",
        [Role.TrainingAdministrator] = "training.administrator@brambleford.example",
        [Role.Commissioner] = "commissioner@brambleford.example",
        [Role.SubGroupLead] = "sub-group.lead@brambleford.example",
        [Role.BoardMember] = "board.member@brambleford.example",
        [Role.BoardChair] = "board.chair@brambleford.example",
        [Role.BoardClerk] = "board.clerk@brambleford.example",
        [Role.HealthAndWellbeingMember] = "hwb.member@brambleford.example",
        [Role.SafeguardingLink] = "safeguarding.link@brambleford.example",
        [Role.Auditor] = "auditor@brambleford.example",
        [Role.SystemAdministrator] = "system.administrator@brambleford.example",
    };
}
