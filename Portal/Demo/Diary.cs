namespace Portal.Demo;

/// <summary>What is to be done on each day of a past, and living through it with the real acts: a scope of its own for each deed.</summary>
/// <param name="now">UTC. Nothing is lived later, also in the small hours: work that lies ahead would make the clock look wrong.</param>
/// <param name="pause">Between two deeds of a day.</param>
internal sealed class Diary(PastClock clock, DateTime now, TimeSpan pause)
{
    private readonly SortedDictionary<DateOnly, List<Func<IServiceProvider, Task>>> days = [];
    private readonly DateOnly today = UkClock.DayOf(now);

    /// <summary>Puts a deed on a day; one of a day to come is left out.</summary>
    public void On(DateOnly day, Func<IServiceProvider, Task> deed)
    {
        if (day > today) return;
        if (!days.TryGetValue(day, out var deeds)) days.Add(day, deeds = []);
        deeds.Add(deed);
    }

    /// <param name="after">The last day that was lived through already; null for none.</param>
    /// <param name="until">The last day to live through.</param>
    /// <param name="told">Told of each day that has been lived through, and of how many are left.</param>
    public async Task LiveAsync(IServiceProvider services, DateOnly? after, DateOnly until, Action<DateOnly, int> told)
    {
        var left = days.Where(d => d.Key <= until && (after is null || d.Key > after)).ToList();
        foreach (var (index, (day, deeds)) in left.Index())
        {
            // The night's work, before anyone is in the office.
            clock.Now = Lived(UkClock.StartOf(day).AddHours(4));
            foreach (var deed in deeds)
            {
                await using var scope = services.CreateAsyncScope();
                await deed(scope.ServiceProvider);
                clock.Now = Lived(clock.Now + pause);
            }
            told(day, left.Count - index - 1);
        }
    }

    private DateTime Lived(DateTime hour) => hour < now ? hour : now;
}
