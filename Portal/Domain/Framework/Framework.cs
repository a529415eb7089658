namespace Portal.Domain;

public enum FrameworkState { Draft, Published }

/// <summary>
/// One version of a competency framework: its levels, statements and which level each job role needs. A published version
/// never changes; it is in force from its day until the next one's.
/// </summary>
public sealed class Framework : IBelongToPartnership, IVersioned
{
    private readonly List<Level> levels = [];
    private readonly List<Competency> competencies = [];
    private readonly List<LevelRequirement> requirements = [];

    public Id<Framework> Id { get; init; } = Id<Framework>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The family, for example "NICE-BROMLEY"; versions of one family share it.</summary>
    public required string Code { get; init; }
    public required int Number { get; init; }
    public required string Title { get; set; }
    public required string Source { get; set; }

    /// <summary>Whether a higher level satisfies a need for a lower one. Groups by profession are not a ladder.</summary>
    public required bool IsLadder { get; init; }
    public FrameworkState State { get; private set; }

    /// <summary>The first day in force; null while a draft.</summary>
    public DateOnly? EffectiveFrom { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<Level> Levels => levels;
    public IReadOnlyList<Competency> Competencies => competencies;
    public IReadOnlyList<LevelRequirement> Requirements => requirements;

    public Level Level(int number) => levels.Single(l => l.Number == number);

    public void Add(Level level) => levels.Add(level);

    public void Add(Competency competency) => competencies.Add(competency);

    /// <summary>Sets which level a job role needs in this draft; null says "mapped later".</summary>
    public void Require(Id<JobRole> role, int? level)
    {
        RefuseUnlessDraft();
        if (level is { } number && levels.TrueForAll(l => l.Number != number))
            throw new Refused("Select a level of this framework", "Level");
        if (requirements.Find(r => r.JobRoleId == role) is { } requirement) requirement.LevelNumber = level;
        else requirements.Add(new LevelRequirement { FrameworkId = Id, JobRoleId = role, LevelNumber = level });
    }

    /// <summary>Sets how long training at a level lasts, in months from 1 to 120; null means it does not lapse.</summary>
    public void Refresh(int level, int? months)
    {
        RefuseUnlessDraft();
        if (months is < 1 or > 120) throw new Refused("Refresh period must be between 1 and 120 months", "RefreshMonths");
        Level(level).RefreshMonths = months;
    }

    /// <summary>Sets what a level is called and is for, how long its training takes, and by when whoever starts must hold it.</summary>
    public void Reword(int number, LevelWords words)
    {
        RefuseUnlessDraft();
        words.Check();
        var level = Level(number);
        (level.Title, level.Description, level.MinimumHours, level.DueMonths) =
            (words.Title, words.Description, words.MinimumHours, words.DueMonths);
    }

    /// <summary>
    /// Takes a job role out of this draft: from its first day on, job titles that stand for it are not mapped. Earlier versions keep it.
    /// </summary>
    public LevelRequirement Retire(Id<JobRole> role)
    {
        RefuseUnlessDraft();
        var requirement = requirements.Find(r => r.JobRoleId == role) ?? throw new Refused("This job role is not in this draft any more");
        requirements.Remove(requirement);
        return requirement;
    }

    /// <summary>Puts the draft in force from a day, which must be after the first day of the version it replaces.</summary>
    public void Publish(DateOnly from, DateOnly? previousFrom)
    {
        RefuseUnlessDraft();
        FirstDay.RefuseUnlessAfter(from, previousFrom);
        (State, EffectiveFrom) = (FrameworkState.Published, from);
    }

    /// <summary>A new draft with the same content and the next number.</summary>
    public Framework NextDraft()
    {
        var next = new Framework
        {
            PartnershipId = PartnershipId, Code = Code, Number = Number + 1, Title = Title, Source = Source, IsLadder = IsLadder
        };
        next.levels.AddRange(levels.Select(l => l.CopyTo(next.Id)));
        next.competencies.AddRange(competencies.Select(c => c.CopyTo(next.Id)));
        next.requirements.AddRange(requirements.Select(r => new LevelRequirement
        {
            FrameworkId = next.Id, JobRoleId = r.JobRoleId, LevelNumber = r.LevelNumber
        }));
        return next;
    }

    private void RefuseUnlessDraft()
    {
        if (State != FrameworkState.Draft) throw new Refused("A published framework does not change. Start a new draft instead");
    }
}
