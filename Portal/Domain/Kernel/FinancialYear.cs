namespace Portal.Domain;

/// <summary>The year of public money, from 1 April, called by the year in which it begins.</summary>
public static class FinancialYear
{
    public static int Of(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    public static DateOnly FirstDay(int year) => new(year, 4, 1);

    /// <summary>"2026 to 2027".</summary>
    public static string Words(int year) => $"{year} to {year + 1}";
}
