namespace Portal.Domain;

/// <summary>How long before money ends somebody is told: 90, 60 and 30 days.</summary>
public static class EndingSoon
{
    /// <summary>The longest.</summary>
    public const int Days = 90;

    private static readonly int[] Occasions = [30, 60, Days];

    /// <summary>
    /// The occasion that a day is: the last of 90, 60 and 30 days before that has come; null while none has, and once it has ended.
    /// </summary>
    public static int? Of(DateOnly? endsOn, DateOnly today) => endsOn is not { } last || last < today ? null
        : Occasions.Where(days => last <= today.AddDays(days)).Cast<int?>().FirstOrDefault();
}
