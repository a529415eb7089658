using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>Rows for tests, whole and plausible, each saying only what the test cares about. All people and places are fictional.</summary>
public static partial class Given
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

    public static Body Body(Partnership partnership, string name = "Safer Borough Partnership", string code = "SBP",
        BodyKind kind = BodyKind.Partnership) => new()
        {
            PartnershipId = partnership.Id,
            Code = code,
            Name = name,
            ShortName = code,
            Kind = kind,
            MeetsEveryMonths = 3,
        };

    /// <summary>A standard in force that people or returns are counted by.</summary>
    public static Standard Standard(Id<Partnership> partnership, string code = "S06", string measure = "StaffAtRequiredLevel",
        int? metAt = 90, int? partlyAt = 75, bool perLevel = false, int number = 1, DateOnly? from = null, string? shortName = null) =>
        new()
        {
            PartnershipId = partnership, Code = code, Number = number, ShortName = shortName ?? code, Wording = code, Rule = code,
            Measure = measure, MetAt = metAt, PartlyAt = partlyAt, Severity = Severity.High, CriticalFromLevel = perLevel ? 3 : null,
            PerLevel = perLevel, Basis = Basis.AgreedByPartnership, SourceTitle = "Source", Guidance = "Guidance",
            ClearedBy = "Training", EffectiveFrom = from ?? new(2017, 1, 1),
        };

    /// <summary>Where an agency stands from a day on.</summary>
    public static StandardResult Result(Agency agency, Standard standard, Outcome outcome, DateOnly from, DateOnly? until = null,
        int numerator = 5, int denominator = 10, int level = 0, string? note = null) => new()
        {
            PartnershipId = agency.PartnershipId, AgencyId = agency.Id, StandardId = standard.Id, StandardCode = standard.Code,
            Level = level,
            From = from, Until = until, Outcome = outcome, Numerator = numerator, Denominator = denominator, Note = note,
        };

    public static Flag Flag(Id<Partnership> partnership, Id<Agency> agency, string reference, string code, DateOnly seen, int level = 0) =>
        new()
        {
            PartnershipId = partnership, Reference = reference, AgencyId = agency, StandardCode = code, Level = level,
            FirstSeenOn = seen, Occurrence = 1, Severity = Severity.High,
        };

    /// <summary>A role that someone holds, confirmed on the day it began unless a test says otherwise.</summary>
    public static Membership Membership(Id<Partnership> partnership, PortalUser user, Role role, Agency? agency = null, Body? body = null,
        Id<StaffMember>? staff = null, DateOnly? from = null, DateOnly? checkedOn = null) => new()
        {
            PartnershipId = partnership, UserId = user.Id, Role = role, AgencyId = agency?.Id, BodyId = role.NeedsBody() ? body?.Id : null,
            StaffId = staff, From = from ?? new(2024, 1, 1), CheckedOn = checkedOn ?? from ?? new(2024, 1, 1),
        };

    /// <summary>Training that is verified on the day it was achieved, unless a test says otherwise.</summary>
    public static TrainingRecord Record(StaffMember person, int level, DateOnly achieved, DateOnly? ends = null, bool verified = true,
        RecordSource source = RecordSource.Import, Id<User>? recordedBy = null, Id<User>? verifiedBy = null)
    {
        var record = new TrainingRecord
        {
            PartnershipId = person.PartnershipId, StaffId = person.Id, LevelNumber = level, AchievedOn = achieved, EndsOn = ends,
            Course = $"Level {level} day", Source = source, RecordedBy = recordedBy,
        };
        if (verified) record.Verify(verifiedBy, achieved);
        return record;
    }

    public static JobTitle Title(Agency agency, string title, JobRole? role = null) =>
        new() { PartnershipId = agency.PartnershipId, AgencyId = agency.Id, Title = title, JobRoleId = role?.Id };

    public static Post Post(StaffMember person, JobTitle title, DateOnly? started = null, DateOnly? left = null)
    {
        var post = new Post
        {
            PartnershipId = title.PartnershipId, AgencyId = title.AgencyId, StaffId = person.Id, JobTitleId = title.Id, StartedOn = started,
        };
        if (left is { } day) post.Leave(day);
        return post;
    }

    /// <summary>A meeting at 2pm.</summary>
    public static Meeting Meeting(Body body, DateOnly day) =>
        new() { PartnershipId = body.PartnershipId, BodyId = body.Id, Day = day, Starts = new(14, 0) };

    /// <summary>The first edition for a meeting, as it was prepared, with hardly anything in it.</summary>
    public static Edition Edition(Body body, Meeting meeting, int number, DateOnly issueOn, DateTime preparedAt)
    {
        var edition = new Edition
        {
            PartnershipId = body.PartnershipId, BodyId = body.Id, MeetingId = meeting.Id, Number = number, Revision = 1,
            MeetingOn = meeting.Day, IssueOn = issueOn, PreparedAt = preparedAt,
        };
        var content = new EditionContent("", body.ShortName, body.Name, meeting.Day, UkClock.DayOf(preparedAt), null, null, "",
            new(2, 1, 0, 1, 0, 0, 0, 0, 0, null), [], [], [], [], [], []);
        edition.Prepare(Portal.Domain.Viewer.System(body.PartnershipId), content, preparedAt);
        return edition;
    }

    /// <summary>A cycle of returns that ends ten months after they are due, at 5pm, and is cut off on the day it opens.</summary>
    public static Cycle Cycle(Phase phase, Framework framework, string title, DateOnly opens, DateOnly due, DateOnly? ends = null) => new()
    {
        PartnershipId = phase.PartnershipId, PhaseId = phase.Id, FrameworkId = framework.Id, Title = title,
        OpensOn = opens, CutOffOn = opens, DueAt = UkClock.At(due, new(17, 0)), EndsOn = ends ?? due.AddMonths(10),
    };

    /// <summary>Whether a risk checklist is used, from no to all.</summary>
    public static CycleQuestion Question(Cycle cycle) => new()
    {
        CycleId = cycle.Id, Code = "DASH", Number = 1, Text = "Is a risk checklist used?", Kind = QuestionKind.Scored,
        Descriptors = "No\nSome\nMost\nAll",
    };

    /// <summary>Who asks: somebody in a role, at an agency if the role is an agency's.</summary>
    public static Viewer Viewer(Id<Partnership> partnership, Role role, PortalUser? user = null, Agency? agency = null) =>
        new(user?.Id ?? Id<User>.New(), user?.Name ?? role.Words(), partnership, role, AgencyId: agency?.Id);
}
