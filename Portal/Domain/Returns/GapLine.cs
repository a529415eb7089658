namespace Portal.Domain;

/// <summary>
/// One job role and the level it needs, at one agency on the cut-off day: how many people, how many hold the level. The
/// portal counts; the agency confirms, or states its own figures with a reason, which are shown beside the count and never
/// enter it; what they say is missing beyond it is planned and costed all the same.
/// </summary>
public sealed class GapLine : IVersioned
{
    public Id<GapLine> Id { get; init; } = Id<GapLine>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }

    /// <summary>Null for people whose jobs are not mapped to a role.</summary>
    public required Id<JobRole>? JobRoleId { get; init; }

    /// <summary>The level the role needs; null where the framework asks none of it, or the role is not known.</summary>
    public required int? LevelNumber { get; init; }

    /// <summary>People on the staff list, each counted once, under the job that needs the highest level.</summary>
    public required int Headcount { get; set; }

    /// <summary>Of these, hold the level in date.</summary>
    public required int Holding { get; set; }

    /// <summary>Of those who hold it, lose it by the end of the cycle unless they refresh.</summary>
    public required int Expiring { get; set; }
    public int? StatedHeadcount { get; private set; }
    public int? StatedHolding { get; private set; }
    public string? StatedReason { get; private set; }

    /// <summary>When someone at the agency last confirmed or stated it; null while nobody has.</summary>
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public int Version { get; private set; }

    /// <summary>People who do not hold the level their job needs.</summary>
    public int Gap => LevelNumber is null ? 0 : Headcount - Holding;

    /// <summary>The gap by the agency's own figures, where it states them.</summary>
    public int? StatedGap => StatedHeadcount - StatedHolding;

    /// <summary>People to be planned and costed for: the portal's gap, or the agency's own where it is larger.</summary>
    public int ToClose => LevelNumber is null ? 0 : Math.Max(Gap, StatedGap ?? 0);

    /// <summary>The most who can be brought to the level by the end of the cycle: those missing, and those who lose it by then.</summary>
    public int Trainable => LevelNumber is null ? 0 : Math.Max(Gap + Expiring, StatedGap ?? 0);
    public bool IsAnswered => AnsweredAt is not null;

    /// <summary>The portal's figures are right.</summary>
    public void Confirm(Viewer viewer, DateTime now)
    {
        (StatedHeadcount, StatedHolding, StatedReason) = (null, null, null);
        (AnsweredAt, AnsweredBy) = (now, viewer.Name);
    }

    /// <summary>The agency's own figures, and why they differ.</summary>
    public void State(int? headcount, int? holding, string? reason, Viewer viewer, DateTime now)
    {
        if (headcount is null) throw new Refused("Enter how many people there are", nameof(StatedHeadcount));
        if (holding is null) throw new Refused("Enter how many of them hold the level", nameof(StatedHolding));
        if (headcount is < 0 or > MostPeople)
            throw new Refused($"People must be between 0 and {Words.Number(MostPeople)}", nameof(StatedHeadcount));
        if (holding < 0) throw new Refused("People who hold the level must be 0 or more", nameof(StatedHolding));
        if (holding > headcount)
            throw new Refused($"No more than {headcount} can hold the level, because there are {headcount} people", nameof(StatedHolding));
        if (string.IsNullOrWhiteSpace(reason)) throw new Refused("Enter why your figures differ from the portal’s", nameof(StatedReason));
        (StatedHeadcount, StatedHolding, StatedReason, AnsweredAt, AnsweredBy) = (headcount, holding, reason, now, viewer.Name);
    }

    /// <summary>Takes new figures from the staff list. An answer given to other figures no longer stands.</summary>
    public void Recount(int headcount, int holding, int expiring)
    {
        if ((headcount, holding, expiring) == (Headcount, Holding, Expiring)) return;
        (Headcount, Holding, Expiring, AnsweredAt, AnsweredBy) = (headcount, holding, expiring, null, null);
    }

    internal GapLine CopyTo(Id<AgencyReturn> next) => new()
    {
        ReturnId = next, JobRoleId = JobRoleId, LevelNumber = LevelNumber, Headcount = Headcount, Holding = Holding, Expiring = Expiring,
        StatedHeadcount = StatedHeadcount, StatedHolding = StatedHolding, StatedReason = StatedReason, AnsweredAt = AnsweredAt,
        AnsweredBy = AnsweredBy,
    };

    private const int MostPeople = 100_000;
}
