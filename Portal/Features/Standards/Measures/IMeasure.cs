using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// How one standard is counted: for all agencies of a partnership at once, as at a day. A standard names its measure by
/// its key.
/// </summary>
public interface IMeasure
{
    /// <summary>
    /// Its own of <see cref="MeasureKeys"/>: rows of standards hold it, so it does not change with the name of the class.
    /// </summary>
    string Key { get; }

    /// <summary>Counts people on the staff list, so an unconfirmed staff list makes the figure unknown.</summary>
    bool NeedsFreshStaffList { get; }

    /// <summary>Why a standard does not apply where there is nobody, or nothing, to count.</summary>
    string NothingToCount(int level);

    /// <summary>What was counted, as a sentence without its end, "81 of 85 staff (95%) were at their required level".</summary>
    string Sentence(int numerator, int denominator);

    /// <summary>
    /// One row for each agency, and for each level when the standard is measured by level. An agency with
    /// nothing to count may be left out.
    /// </summary>
    Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel);

    /// <summary>Who keeps one agency from meeting the standard at a level; null when it does not turn on people.</summary>
    Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel) =>
        Task.FromResult<IQueryable<Id<StaffMember>>?>(null);

    /// <summary>Why a person is one of them: "Level 2 lapsed on 3 May 2026".</summary>
    string Why(Failing person, Question question) => "";

    /// <summary>Counts in the agency's skill-gap assessment.</summary>
    bool CountsReturn => false;

    /// <summary>Of the gaps in a return, those that keep the standard from being met; null when it does not turn on gaps.</summary>
    IQueryable<GapLine>? Lacking(IQueryable<GapLine> gaps, PortalDb db) => null;
}

/// <summary>
/// What is asked of a measure: of the whole partnership, or of one agency. The framework is the version in force on the day.
/// </summary>
public sealed record Question(Id<Partnership> PartnershipId, Domain.Framework Framework, DateOnly Day, Id<Agency>? AgencyId = null)
{
    /// <summary>Everyone who is asked about, once for each agency.</summary>
    public IQueryable<Need> InPost(PortalDb db) => Need.InPost(db, PartnershipId, Framework.Id, Day, AgencyId);

    public IQueryable<Post> Posts(PortalDb db) => Need.Posts(db, PartnershipId, Day, AgencyId);
}

/// <summary>Someone who keeps a standard from being met, with what is needed to say why in words.</summary>
/// <param name="Need">The highest level that the person's jobs at the agency need; null when none is mapped.</param>
public sealed record Failing(
    Id<StaffMember> Id, string Name, string? Email, int? Need, IReadOnlyList<Failing.Job> Jobs, IReadOnlyList<Competence.Held> Held)
{
    public sealed record Job(string Title, bool Mapped, DateOnly? StartedOn);
}

/// <summary>
/// What a measure found at one agency. <paramref name="Outcome"/> is given by measures that are met or not; the others
/// leave it to the thresholds. <paramref name="Note"/> says in words what the count cannot, and changes only when the facts do.
/// </summary>
public sealed record Measured(Id<Agency> AgencyId, int Level, int Numerator, int Denominator, Outcome? Outcome = null, string? Note = null);
