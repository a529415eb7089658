namespace Portal.Domain;

/// <summary>What a forecast takes for granted where the data cannot say. A scenario changes it.</summary>
public sealed record DemandAssumptions
{
    public const int MostMonths = 36;

    /// <summary>As the plain forecast has it.</summary>
    public static DemandAssumptions Usual { get; } = new();

    /// <summary>How many months ahead it looks.</summary>
    public int Months { get; init; } = DemandForecast.Months;

    /// <summary>Who will start in a year, in per cent of those who did in the last 12 months.</summary>
    public int Starters { get; init; } = 100;

    /// <summary>Who will leave in a year, in per cent of those who did in the last 12 months.</summary>
    public int Leavers { get; init; } = 100;

    /// <summary>Of 100 places that are booked, those that will be used; null takes the share of the last two years.</summary>
    public int? Attendance { get; init; }

    /// <summary>By how many per cent the jobs that need a level become more in a year; below 0 they become fewer.</summary>
    public int Growth { get; init; }

    public void RefuseUnlessSound()
    {
        if (Months is < 1 or > MostMonths) throw new Refused($"Months ahead must be between 1 and {MostMonths}", nameof(Months));
        if (Starters is < 0 or > 500) throw new Refused("Starters must be between 0% and 500% of the last 12 months", nameof(Starters));
        if (Leavers is < 0 or > 500) throw new Refused("Leavers must be between 0% and 500% of the last 12 months", nameof(Leavers));
        if (Attendance is < 1 or > 100) throw new Refused("Places used must be between 1% and 100%", nameof(Attendance));
        if (Growth is < -50 or > 100) throw new Refused("Growth must be between -50% and 100% a year", nameof(Growth));
    }
}
