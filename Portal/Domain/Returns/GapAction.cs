namespace Portal.Domain;

/// <summary>How a gap is to be closed.</summary>
public enum ActionRoute { ELearning, PlaceOnCourse, CommissionCourse, InHouse, TrainTheTrainer, Recruit }

/// <summary>What an agency will do about one or more of its gaps: how, who answers for it, and by when.</summary>
public sealed class GapAction : IVersioned
{
    private readonly List<GapActionLine> gaps = [];

    public Id<GapAction> Id { get; init; } = Id<GapAction>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }
    public ActionRoute Route { get; private set; }

    /// <summary>What will be done, in the agency's words.</summary>
    public string? What { get; private set; }

    /// <summary>The office that answers for it, never a name; null while it is to be named.</summary>
    public string? Owner { get; private set; }
    public DateOnly? DueOn { get; private set; }

    /// <summary>How many people it brings to the level.</summary>
    public int People { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<GapActionLine> Gaps => gaps;

    /// <param name="Gaps">The gaps it closes, one at least.</param>
    public sealed record Plan(
        ActionRoute Route, string? What, string? Owner, DateOnly? DueOn, int? People, IReadOnlyCollection<Id<GapLine>> Gaps);

    public void Change(Plan plan, DateOnly today)
    {
        if (plan.Gaps.Count == 0) throw new Refused("Select at least one gap that this closes", nameof(Gaps));
        if (plan.People is null or < 1 or > 100_000)
            throw new Refused("Enter how many people it brings to the level, 1 or more", nameof(People));
        if (plan.DueOn > today.AddYears(5)) throw new Refused("The date must be within five years", nameof(DueOn));
        (Route, What, Owner, DueOn, People) = (plan.Route, plan.What, plan.Owner, plan.DueOn, plan.People.Value);
        gaps.RemoveAll(g => !plan.Gaps.Contains(g.LineId));
        gaps.AddRange(plan.Gaps.Distinct().Where(id => gaps.TrueForAll(g => g.LineId != id))
            .Select(id => new GapActionLine { ActionId = Id, LineId = id }));
    }

    /// <summary>The same action in a later version of the same return, about the lines that replace its own.</summary>
    internal GapAction CopyTo(Id<AgencyReturn> next, IReadOnlyDictionary<Id<GapLine>, Id<GapLine>> lines)
    {
        var copy = new GapAction { ReturnId = next, Route = Route, What = What, Owner = Owner, DueOn = DueOn, People = People };
        copy.gaps.AddRange(gaps.Where(g => lines.ContainsKey(g.LineId))
            .Select(g => new GapActionLine { ActionId = copy.Id, LineId = lines[g.LineId] }));
        return copy;
    }
}

/// <summary>An action is about a gap.</summary>
public sealed class GapActionLine
{
    public required Id<GapAction> ActionId { get; init; }
    public required Id<GapLine> LineId { get; init; }
}

public static class ActionWords
{
    public static string Words(this ActionRoute route) => route switch
    {
        ActionRoute.ELearning => "E-learning",
        ActionRoute.PlaceOnCourse => "Places on a course",
        ActionRoute.CommissionCourse => "Commission a course",
        ActionRoute.InHouse => "In-house course",
        ActionRoute.TrainTheTrainer => "Train the trainer",
        ActionRoute.Recruit => "Recruit",
    };
}
