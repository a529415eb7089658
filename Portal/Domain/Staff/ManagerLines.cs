namespace Portal.Domain;

/// <summary>Who reports to whom at an agency while people join it. Nobody who joins closes a circle.</summary>
public sealed class ManagerLines(IEnumerable<(Id<StaffMember> Person, Id<StaffMember>? Manager)> known)
{
    private readonly Dictionary<Id<StaffMember>, List<Id<StaffMember>>> managers = known.Where(l => l.Manager is not null)
        .GroupBy(l => l.Person, l => l.Manager!.Value).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>
    /// The manager whom <paramref name="person"/> will report to: none when that manager would then report to them,
    /// directly or through others.
    /// </summary>
    public Id<StaffMember>? Join(Id<StaffMember> person, Id<StaffMember>? manager)
    {
        if (manager is not { } one || IsAbove(person, one)) return null;
        if (!managers.TryGetValue(person, out var above)) managers[person] = above = [];
        above.Add(one);
        return one;
    }

    private bool IsAbove(Id<StaffMember> head, Id<StaffMember> person)
    {
        var seen = new HashSet<Id<StaffMember>>();
        var left = new Stack<Id<StaffMember>>([person]);
        while (left.TryPop(out var here))
        {
            if (here == head) return true;
            if (seen.Add(here)) foreach (var above in managers.GetValueOrDefault(here, [])) left.Push(above);
        }
        return false;
    }
}
