using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>
/// All that an edition says, fixed on its cut-off day: enough to print it again in ten years without asking the tables
/// it came from. It names agencies and never a person.
/// </summary>
/// <param name="Returns">Null in editions that were frozen before skill-gap assessments were asked for.</param>
/// <param name="Resolution">What the partnership had resolved about training; null in editions that were frozen before
/// it was theirs to say.</param>
/// <param name="Costs">Null in the same editions, and for those who read at one agency.</param>
/// <param name="Courses">Null in editions that were frozen before there were courses, and for those who read at one agency.</param>
/// <param name="Asks">Of whom the board is asked to ask what, the worst first; null in editions whose recommendations say it.</param>
/// <param name="Points">Each recommendation with what the figures and the commissioner say of it; <c>Recommendations</c> are those
/// of them that stand. Null where not noted.</param>
/// <param name="Since">What has closed since the cut-off day; null where not noted.</param>
/// <param name="Commissioning">Null in editions that said nothing of it, and for those who read at one agency.</param>
/// <param name="LevelsWithout">Agencies whose people are not in the levels: no figure is known or due. Null where not noted.</param>
public sealed record EditionContent(
    string Partnership,
    string ShortName,
    string Body,
    DateOnly MeetingOn,
    DateOnly CutOffOn,
    int? PreviousNumber,
    DateOnly? PreviousCutOffOn,
    string Framework,
    EditionHeadline Headline,
    IReadOnlyList<string> Recommendations,
    IReadOnlyList<StandardLine> Standards,
    IReadOnlyList<AgencyEntry> Agencies,
    IReadOnlyList<ClearedFlag> Cleared,
    IReadOnlyList<LevelLine> Levels,
    IReadOnlyList<string> Caveats,
    EditionReturns? Returns = null,
    EditionCosts? Costs = null,
    string? Resolution = null,
    EditionCourses? Courses = null,
    IReadOnlyList<AgencyAsk>? Asks = null,
    IReadOnlyList<string>? LevelsWithout = null,
    IReadOnlyList<Recommendation>? Points = null,
    SinceCutOff? Since = null,
    EditionCommissioning? Commissioning = null)
{
    /// <summary>Every open flag, whichever agency's.</summary>
    [JsonIgnore]
    public IEnumerable<FlagEntry> Flags => Agencies.SelectMany(a => a.Flags);

    /// <summary>Agencies of whom something is asked; none when the commissioner has left that recommendation out.</summary>
    [JsonIgnore]
    public IReadOnlyList<AgencyAsk> Asked => Stands(Recommendation.OfAgencies) ? Asks ?? [] : [];

    /// <summary>The same content with these recommendations.</summary>
    public EditionContent Saying(IReadOnlyList<Recommendation> points) =>
        this with { Points = points, Recommendations = [.. points.Where(p => p.Stands).Select(p => p.Text)] };

    /// <summary>What a person may read of it: those who read at one agency see its entry alone, with the figures for all.</summary>
    public EditionContent For(Viewer viewer) => viewer.Reach(Permission.ReadEditions) == Reach.Partnership ? this : this with
    {
        // The commissioner’s own words may name any agency.
        Recommendations = Points is null ? Recommendations.Take(1).ToList()
            : [.. Points.Where(p => p is { Key: Recommendation.OfFollowing, IsDecided: false }).Select(p => p.Text)],
        Points = null,
        Since = Since?.For(viewer.AgencyId?.Value),
        Asks = Asked.Where(a => a.AgencyId == viewer.AgencyId?.Value).ToList(),
        LevelsWithout = null,
        Agencies = Agencies.Where(a => a.AgencyId == viewer.AgencyId?.Value).ToList(),
        Cleared = Cleared.Where(c => c.AgencyId == viewer.AgencyId?.Value).ToList(),
        Caveats = Caveats.Take(1).ToList(),
        Returns = Returns is null ? null
            : Returns with { Missing = Returns.Missing.Where(m => m.AgencyId == viewer.AgencyId?.Value).ToList() },
        Costs = null,
        Courses = null,
        Commissioning = null,
    };

    /// <summary>Whether it is in the paper, by itself or merged into another; so it is where nobody noted it.</summary>
    private bool Stands(string key) => Points?.FirstOrDefault(p => p.Key == key) is not { } point || !point.IsDropped
        && (point.Into is null || Points.Any(p => p.Key == point.Into && p.Stands));
}

/// <summary>
/// Agencies by their worst result, each once, and flags by what changed since the last edition.
/// </summary>
/// <param name="Unknown">No flag says that they do not follow a standard, but something about them is not known.</param>
/// <param name="WithUnknown">Something about them is not known, whatever else; null in editions that did not count it.</param>
public sealed record EditionHeadline(
    int InScope, int FollowingAll, int PartlyOnly, int NotFollowing, int Unknown, int NotYetDue, int NewFlags, int WorseFlags,
    int ClearedFlags, int? FollowingAllBefore, int? WithUnknown = null)
{
    /// <summary>Agencies whose phase has begun: those of which a share is said.</summary>
    [JsonIgnore]
    public int Judged => InScope - NotYetDue;

    /// <summary>Agencies that have not followed one or more standards, wholly or in part.</summary>
    [JsonIgnore]
    public int NotFollowed => PartlyOnly + NotFollowing;
}

/// <summary>What an agency is asked to say by the next meeting: how it will meet these standards.</summary>
/// <param name="LeadInPost">Whether it has an executive lead who can be asked.</param>
public sealed record AgencyAsk(Guid AgencyId, string Agency, string Standards, bool LeadInPost);

/// <summary>
/// How all agencies stand on one standard at one level, and the share that met it at the end of each of the last four quarters
/// (per cent, oldest first; null when nobody was judged).
/// </summary>
public sealed record StandardLine(
    string Code, int Number, string ShortName, string Wording, string? Level, string Basis, string Severity,
    int Met, int PartlyMet, int NotMet, int Unknown, int NotYetDue, int NotApplicable, IReadOnlyList<int?> Trend);

/// <param name="Return">Null when the agency was not asked for a skill-gap assessment.</param>
/// <param name="Cost">Null while it has signed none.</param>
public sealed record AgencyEntry(
    Guid AgencyId, string Name, string Type, string Duty, int Phase, bool TrainingLeadInPost, bool ExecutiveLeadInPost,
    [property: JsonPropertyName("RosterConfirmedOn")] DateOnly? StaffListConfirmedOn,
    IReadOnlyList<FlagEntry> Flags, ReturnEntry? Return = null, AgencyCost? Cost = null);

public enum FlagChange { New, Worse, Same, Better }

/// <summary>One open flag as the edition saw it.</summary>
/// <param name="WaivedUntil">The last day of a waiver that was not over on the cut-off day; null for none, and where not noted.</param>
public sealed record FlagEntry(
    Guid FlagId, string Reference, string Code, string? Level, string ShortName, string Wording, Outcome Outcome, int Numerator,
    int Denominator, int? MetAt,
    Severity Severity, DateOnly FirstSeenOn, int AgeInDays, int Occurrence, int TimesReported, FlagChange Change, string ClearedBy,
    DateOnly? WaivedUntil = null);

public sealed record ClearedFlag(
    Guid AgencyId, string Agency, string Reference, string ShortName, string? Level, DateOnly ClosedOn, string Because);

/// <summary>People in the partnership whose job needs a level, and how many hold it in date.</summary>
public sealed record LevelLine(string Code, string Title, int Need, int Held);

public static class FlagChangeWords
{
    public static string Words(this FlagChange change) => change switch
    {
        FlagChange.New => "New",
        FlagChange.Worse => "Worse",
        FlagChange.Same => "No change",
        FlagChange.Better => "Better",
    };
}
