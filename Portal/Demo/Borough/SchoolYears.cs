namespace Portal.Demo.Borough;

/// <summary>Invents when schools teach: this school year and the two after it, with a week off in the middle of each term.</summary>
internal sealed class SchoolYears(Dice dice, Id<Partnership> partnershipId, DateOnly today)
{
    private const int Years = 3;

    public IReadOnlyList<SchoolTerm> Terms()
    {
        var first = today.Month < 9 ? today.Year - 1 : today.Year;
        return [.. Enumerable.Range(first, Years).SelectMany(Year)];
    }

    private IEnumerable<SchoolTerm> Year(int year)
    {
        var (autumn, christmas, winter, easter, spring) = (
            MondayBy(new(year, 10, 28)), MondayBy(new(year, 12, 22)), MondayBy(new(year + 1, 2, 17)), MondayBy(new(year + 1, 4, 4)),
            MondayBy(new(year + 1, 5, 30)));
        var next = year + 1;
        yield return Term($"Autumn term {year}, first half", MondayBy(new(year, 9, 5)).AddDays(1), autumn);
        yield return Term($"Autumn term {year}, second half", autumn.AddDays(7), christmas);
        yield return Term($"Spring term {next}, first half", christmas.AddDays(14), winter);
        yield return Term($"Spring term {next}, second half", winter.AddDays(7), easter);
        yield return Term($"Summer term {next}, first half", easter.AddDays(14), spring);
        yield return Term($"Summer term {next}, second half", spring.AddDays(7), MondayBy(new(next, 7, 24)));
    }

    /// <param name="holidays">The Monday on which they begin.</param>
    private SchoolTerm Term(string name, DateOnly from, DateOnly holidays)
    {
        var term = new SchoolTerm { Id = dice.Id<SchoolTerm>(), PartnershipId = partnershipId };
        term.Change(name, from, holidays.AddDays(-3), []);
        return term;
    }

    /// <summary>The Monday of the week in which a day is.</summary>
    private static DateOnly MondayBy(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + 6) % 7);
}
