namespace Portal.Tests.Support;

/// <summary>Tests in the small borough, each in a database that it has to itself.</summary>
public abstract class InASmallBorough : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;
    protected SmallBorough Borough { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.BorrowAsync();
        Borough = await SmallBorough.InAsync(Database);
    }

    public virtual ValueTask DisposeAsync() => Database.DisposeAsync();
}
