namespace Portal.Domain;

/// <summary>What a framework says of a level and a draft may say otherwise.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="MinimumHours">The least that training takes, above 0 and up to 500; null when the framework does not say.</param>
/// <param name="DueMonths">Months from the first day in a job until it must be held, from 0 to 60.</param>
public sealed record LevelWords(string Title, string Description, decimal? MinimumHours, int DueMonths)
{
    public const int LongestTitle = 200, LongestDescription = 2000;

    public static LevelWords Of(Level level) => new(level.Title, level.Description, level.MinimumHours, level.DueMonths);

    /// <summary>Refuses what a level cannot say.</summary>
    internal void Check()
    {
        if (Title.Length > LongestTitle) throw new Refused($"Name must be {LongestTitle} characters or fewer", nameof(Title));
        if (Description.Length > LongestDescription)
            throw new Refused($"What it is for must be {Words.Number(LongestDescription)} characters or fewer", nameof(Description));
        if (MinimumHours is <= 0 or > 500) throw new Refused("Hours must be more than 0 and at most 500", nameof(MinimumHours));
        if (DueMonths is < 0 or > 60) throw new Refused("Months for a starter must be between 0 and 60", nameof(DueMonths));
    }
}
