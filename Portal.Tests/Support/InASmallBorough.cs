namespace Portal.Tests.Support;

/// <summary>Tests in the small borough, each in a database of its own.</summary>
public abstract class InASmallBorough : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;
    protected SmallBorough Borough { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Borough = await SmallBorough.InAsync(Database);
    }

    public virtual ValueTask DisposeAsync() => Database.DisposeAsync();
}
