namespace Portal.Data.Seeding;

/// <param name="Resolution">What the partnership resolved about training, as its reports state it.</param>
public sealed record PartnershipDefaults(string Resolution);

public sealed record StrandSeed(string Code, string Name, DateOnly From, DateOnly? Until = null);

public sealed record SourceSeed(string Title, string Url);

/// <param name="Version">The version's number; a change to what is written here needs the next one.</param>
public sealed record FrameworkSeed(
    string Code, string Title, int Version, DateOnly EffectiveFrom, SourceSeed Source, bool IsLadder,
    IReadOnlyList<LevelSeed> Levels, IReadOnlyList<RoleSeed> Roles);

public sealed record LevelSeed(
    int Number, string Code, string Title, string Description, string? Audience, decimal? MinimumHours, string? Mode,
    int? RefreshMonths, string? RefreshNote, int DueMonths, bool RequiresLower, bool StandAlone, int TargetPercent,
    bool NeedsContent, IReadOnlyList<CompetencySeed> Competencies);

/// <param name="Strands">Strand codes, or the one word "all".</param>
public sealed record CompetencySeed(string Code, string Statement, IReadOnlyList<string> Strands);

/// <param name="Level">The number of the level the job needs; null says that it is mapped later.</param>
public sealed record RoleSeed(string Code, string Title, AgencyType AgencyType, int? Level);

/// <param name="Measure">The class that measures it, without its suffix; null while nothing does.</param>
/// <param name="MetAt">Per cent; null for a standard that is met or not.</param>
/// <param name="InForceFrom">Null while not in force.</param>
public sealed record StandardSeed(
    string Code, int Version, string ShortName, string Wording, string Rule, string? Measure, int? MetAt, int? PartlyAt,
    Severity Severity, bool PerLevel, Basis Basis, SourceSeed Source, string Guidance, string ClearedBy,
    DateOnly? InForceFrom, int? CriticalFromLevel = null);

/// <summary>A version of the training commitment that agencies sign.</summary>
public sealed record CommitmentSeed(int Number, DateOnly From, string Title, IReadOnlyList<string> Undertakings);

/// <summary>A question that a skill-gap assessment asks unless the commissioner leaves it out.</summary>
/// <param name="Descriptors">What each score from 0 to 3 means; null for questions that are not scored.</param>
public sealed record QuestionSeed(string Code, QuestionKind Kind, string Text, string? Hint, IReadOnlyList<string>? Descriptors);

/// <summary>A clause that requests to commission training are held against from the first day.</summary>
/// <param name="Rule">What the portal can tell by itself; null where a person judges.</param>
/// <param name="Asks">The question to whoever requests; null where data say it.</param>
public sealed record ClauseSeed(string Code, string ShortName, ClauseRule? Rule, string? Asks, string Wording, string Source);

/// <param name="Pounds">The usual price of one unit; null where there is none.</param>
/// <param name="Basis">Where the price comes from, in words for the person who fills in the costing.</param>
public sealed record CostSeed(CostKind Kind, decimal? Pounds, string Basis);

public sealed record BodySeed(
    string Code, string Name, string ShortName, BodyKind Kind, int MeetsEveryMonths, IReadOnlyList<string> ReportsTo);

/// <summary>A fictional borough: what its agencies are and what each of them shows.</summary>
/// <param name="Continuing">What follows once a qualification is held.</param>
/// <param name="LearnerAt">The agency of the member of staff whom one may sign in as.</param>
public sealed record BoroughSeed(
    PartnershipSeed Partnership, IReadOnlyList<PhaseSeed> Phases, IReadOnlyList<CourseSeed> Courses, CourseSeed Continuing,
    string LearnerAt,
    IReadOnlyList<AgencySeed> Agencies);

/// <summary>Training that people of the borough have had.</summary>
public sealed record CourseSeed(int Level, string Title, string Provider);

public sealed record PartnershipSeed(string Name, string Borough, string Domain);

/// <param name="StartsInMonths">Months from the day the borough is made; negative for a phase that has begun.</param>
public sealed record PhaseSeed(int Number, int StartsInMonths);

/// <param name="Scale">One person stands for this many.</param>
/// <param name="HeadsByLevel">People who need level 1, 2, 3 and 4, before scaling.</param>
/// <param name="Tells">What someone should see when they look at this agency, in one sentence.</param>
public sealed record AgencySeed(
    int Number, string Name, AgencyType Type, Duty Duty, int Phase, string Domain, int Scale, IReadOnlyList<int> HeadsByLevel,
    string Tells, StorySeed Story, IReadOnlyList<JobSeed> Jobs, bool SitsOnBoard = false);

/// <param name="Role">The framework's code for the job; null for a title that nobody has mapped.</param>
/// <param name="Weight">How common the job is among those that need the same level.</param>
/// <param name="Titles">What the agency calls it.</param>
public sealed record JobSeed(string? Role, int Weight, IReadOnlyList<string> Titles);

/// <summary>How one agency stands today. Shares are per cent of the people who need a level, by its number.</summary>
/// <param name="InDate">Hold it, verified and in date.</param>
/// <param name="Lapsed">Held it once.</param>
/// <param name="Claimed">Say that they hold it; nobody has verified it.</param>
/// <param name="Unmapped">People whose job title stands for no role.</param>
/// <param name="Incomplete">People whose start date the staff list does not give.</param>
/// <param name="Starters">People who began within a year and whose training has fallen due; null for as many as chance brings.</param>
/// <param name="LateStarters">Per cent of those who were trained after it fell due.</param>
/// <param name="Return">How its return in the second cycle of assessments went.</param>
public sealed record StorySeed(
    StrategyStory Strategy, bool Commitment,
    IReadOnlyDictionary<int, double>? InDate = null, IReadOnlyDictionary<int, double>? Lapsed = null,
    IReadOnlyDictionary<int, double>? Claimed = null,
    IReadOnlyList<Role>? Vacant = null, int StaffListConfirmedDaysAgo = 12, int Unmapped = 0, int Incomplete = 0,
    int? Starters = null, double LateStarters = 0, ReturnStory Return = ReturnStory.OnTime);

public enum StrategyStory { Missing, Expired, Expiring, InDate }

public enum ReturnStory { OnTime, Late, Missing, BeingWritten, ToReview, ChangesRequested, Uncosted, AsksForFunding }

public sealed record NamesSeed(IReadOnlyList<string> Given, IReadOnlyList<string> Family);
