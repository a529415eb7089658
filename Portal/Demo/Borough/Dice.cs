namespace Portal.Demo.Borough;

/// <summary>Chance that repeats itself: the same seed on the same day gives the same people, keys included.</summary>
/// <param name="turn">The n-th borough of several, whose keys sort after those of the one before.</param>
internal sealed class Dice(int seed, DateOnly today, int turn = 0)
{
    // More keys than one borough needs.
    private const long KeysPerTurn = 1_000_000;

    private readonly (int Seed, DateOnly Today, int Turn) made = (seed, today, turn);
    private readonly Random random = new(seed + turn);
    private long moment = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds()
        + turn * KeysPerTurn;

    /// <summary>Chance of its own, whose keys sort after: what is made with it moves nothing of what is made with this.</summary>
    public Dice Apart() => new(made.Seed + 1_000_003, made.Today, made.Turn) { moment = moment + KeysPerTurn / 2 };

    /// <summary>A key in the shape of UUID version 7; later keys sort after earlier ones.</summary>
    public Id<T> Id<T>()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        moment++;
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(moment >> (8 * (5 - i)));
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(new Guid(bytes, bigEndian: true));
    }

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Between(int least, int most) => most <= least ? least : random.Next(least, most + 1);

    public DateOnly Between(DateOnly first, DateOnly last) => DateOnly.FromDayNumber(Between(first.DayNumber, last.DayNumber));

    public bool Chance(double percent) => random.NextDouble() * 100 < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public T Pick<T>(IReadOnlyList<T> from, Func<T, int> weight)
    {
        var at = random.Next(from.Sum(weight));
        return from.First(x => (at -= weight(x)) < 0);
    }

    public void Shuffle<T>(T[] what) => random.Shuffle(what);
}
