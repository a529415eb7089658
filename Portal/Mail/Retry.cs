namespace Portal.Mail;

/// <summary>
/// How long to wait after a temporary refusal: about 1, 2, 4 … minutes, at most 6 hours, never the same for two messages.
/// </summary>
internal static class Retry
{
    private const double Least = 0.8, Most = 1.2;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(6);

    /// <summary>The shortest wait there is.</summary>
    public static TimeSpan Soonest => After(attempts: 1, chance: 0);

    /// <param name="attempts">How often it has been tried, at least once.</param>
    /// <param name="chance">From 0 to 1: spreads what failed together over four fifths to six fifths of the time.</param>
    public static TimeSpan After(int attempts, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 12));
        var usual = Longest / Most;
        return (doubled < usual ? doubled : usual) * (Least + (Most - Least) * chance);
    }
}
