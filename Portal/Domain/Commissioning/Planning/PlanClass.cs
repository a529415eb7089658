namespace Portal.Domain;

/// <summary>
/// People below their level who are alike for a plan: the same level, kind of agency and weight. Whose they are decides only who is served,
/// so that a borough of hundreds of agencies is no harder than a few dozen such classes.
/// </summary>
/// <param name="Groups">The places of their groups in the question.</param>
public sealed record PlanClass(int Level, AgencyType Type, bool IsCritical, int Below, int Weight, IReadOnlyList<int> Groups)
{
    public static IReadOnlyList<PlanClass> Of(PlanQuestion question) => [.. question.Groups.Index().Where(g => g.Item.Below > 0)
        .GroupBy(g => (g.Item.Level, question.Agencies[g.Item.Agency].Type, g.Item.IsCritical))
        .OrderBy(g => g.Key.Level).ThenBy(g => g.Key.Type).ThenBy(g => g.Key.IsCritical)
        .Select(g => new PlanClass(g.Key.Level, g.Key.Type, g.Key.IsCritical, g.Sum(x => x.Item.Below),
            question.WeightOf(g.First().Item), [.. g.Select(x => x.Index)]))];

    /// <summary>So many places shared among its groups by how many people each has below the level; none more than it has.</summary>
    public IEnumerable<PlanGiven> Share(PlanQuestion question, int places)
    {
        if (places == 0) return [];
        int[] below = [.. Groups.Select(g => question.Groups[g].Below)];
        return Groups.Zip(Proportion.Split(places, below), (group, part) => new PlanGiven(group, (int)part))
            .Where(g => g.People > 0);
    }
}
