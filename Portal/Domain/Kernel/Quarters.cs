namespace Portal.Domain;

public static class Quarters
{
    /// <summary>The four days of a trend, the oldest first: nine, six and three months before a day, and the day.</summary>
    public static DateOnly[] UpTo(DateOnly day) => [day.AddMonths(-9), day.AddMonths(-6), day.AddMonths(-3), day];
}
