namespace Portal.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Starts on Monday 16 November 2026, 9 o'clock in London.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    public void Advance(TimeSpan time) => Now += time;
}
