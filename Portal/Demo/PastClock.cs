namespace Portal.Demo;

/// <summary>A clock that a <see cref="Diary"/> sets.</summary>
internal sealed class PastClock : TimeProvider
{
    public DateTime Now { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
