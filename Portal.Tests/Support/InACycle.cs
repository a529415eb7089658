namespace Portal.Tests.Support;

/// <summary>Tests of cycles and returns, each in a small borough of its own.</summary>
public abstract class InACycle : InASmallBorough
{
    private protected ReturnDesk Desk { get; private set; } = null!;

    protected static DateOnly Today => Given.Today;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Desk = new(Database, Borough);
    }

    /// <summary>The housing agency has three people at each of levels 1 and 2; one of each holds the level.</summary>
    protected async Task HasSixPeopleAsync()
    {
        foreach (var (role, level) in new[] { (Borough.Reception, 1), (Borough.Officer, 2) })
            for (var i = 0; i < 3; i++)
            {
                var person = await Borough.HasAsync(Database, $"{role.Title} {i}", role, started: new(2024, 1, 8));
                if (i > 0) continue;
                for (var held = 1; held <= level; held++)
                    await Borough.TrainedAsync(Database, person, held, new(2026, 1, 12), new(2029, 1, 11));
            }
    }
}
