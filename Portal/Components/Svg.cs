using System.Globalization;

namespace Portal.Components;

/// <summary>Lengths for drawings. They stand in SVG attributes, because the security policy refuses inline styles.</summary>
internal static class Svg
{
    /// <summary>A percentage of the drawing's width, kept between 0 and 100.</summary>
    public static string Percent(decimal value) => Math.Clamp(value, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Where a day falls between two others, per cent.</summary>
    public static decimal Place(DateOnly day, DateOnly from, DateOnly to) =>
        to <= from ? 0 : 100m * (day.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber);
}
