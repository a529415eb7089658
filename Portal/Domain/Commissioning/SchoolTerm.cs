namespace Portal.Domain;

/// <summary>Days on which schools teach, between two holidays: "Autumn term 2026, first half". The commissioner keeps them.</summary>
public sealed class SchoolTerm : IBelongToPartnership, IVersioned
{
    public const int LongestName = 100, LongestDays = 200;

    public Id<SchoolTerm> Id { get; init; } = Id<SchoolTerm>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }
    public int Version { get; private set; }

    /// <summary>Refused when the days are the wrong way round, too many, or overlap with those of another term.</summary>
    public void Change(string name, DateOnly from, DateOnly until, IEnumerable<SchoolTerm> others)
    {
        if (until < from) throw new Refused("The last day must be on or after the first day", nameof(Until));
        if (until.DayNumber - from.DayNumber >= LongestDays)
            throw new Refused($"A term has at most {LongestDays} days", nameof(Until));
        if (others.FirstOrDefault(o => o.Id != Id && o.From <= until && from <= o.Until) is { } other)
            throw new Refused($"{other.Name} has some of these days: it is from {Words.Day(other.From)} to {Words.Day(other.Until)}",
                nameof(From));
        (Name, From, Until) = (name, from, until);
    }
}

/// <summary>On which days schools teach, as far as it is known.</summary>
/// <param name="terms">In any order.</param>
public sealed class SchoolDays(IReadOnlyCollection<SchoolTerm> terms)
{
    /// <summary>The last day of which it is known; null when nothing is.</summary>
    public DateOnly? KnownUntil { get; } = terms.Count == 0 ? null : terms.Max(t => t.Until);

    /// <summary>Whether a day lies between two terms that are known: before the first and after the last nobody can tell.</summary>
    public bool IsHoliday(DateOnly day) =>
        terms.Any(t => t.Until < day) && terms.Any(t => t.From > day) && !terms.Any(t => t.From <= day && day <= t.Until);
}
