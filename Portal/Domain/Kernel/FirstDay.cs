namespace Portal.Domain;

/// <summary>The first day on which a new version of what the partnership agreed is in force.</summary>
public static class FirstDay
{
    private const string Field = "EffectiveFrom";

    /// <summary>Refuses a day in the past, which would change what was already reported, and one more than two years away.</summary>
    public static void RefuseUnlessAhead(DateOnly from, DateOnly today)
    {
        if (from < today) throw new Refused("The first day must be today or in the future", Field);
        if (from > today.AddYears(2)) throw new Refused("The first day must be within two years", Field);
    }

    /// <summary>Refuses a day on which the version it replaces has not begun.</summary>
    public static void RefuseUnlessAfter(DateOnly from, DateOnly? previousFrom)
    {
        if (from <= previousFrom) throw new Refused("The first day must be after the first day of the version it replaces", Field);
    }
}
