using System.Globalization;
using Portal.Domain;

namespace Portal.Components;

/// <summary>A count of a whole, said honestly: a percentage never rounds up to a threshold it did not reach, nor to all or none.</summary>
/// <param name="Count">How many.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Share(int Count, int Whole)
{
    /// <summary>0 to 100 for drawing; 0 when there is nobody.</summary>
    public decimal Exact => Whole == 0 ? 0 : 100m * Count / Whole;

    /// <summary>Under five people a percentage says more than it knows.</summary>
    public bool IsSmall => Whole < Standard.SmallNumber;

    /// <summary>"77%", with one decimal where rounding would claim the threshold; null when the number of people is small.</summary>
    public string? Percent(int? threshold = null)
    {
        if (IsSmall) return null;
        var rounded = Math.Round(Exact, MidpointRounding.AwayFromZero);
        var claims = (rounded >= threshold && Exact < threshold) || (rounded == 100 && Count < Whole) || (rounded == 0 && Count > 0);
        if (claims && Exact is > 0 and < 0.1m) return "under 0.1%";
        return claims
            ? $"{(Math.Floor(Exact * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture)}%"
            : $"{rounded.ToString(CultureInfo.InvariantCulture)}%";
    }

    /// <summary>"62 of 81 (77%)"; under five people "1 of 2".</summary>
    public string Words(int? threshold = null) =>
        $"{Domain.Words.Number(Count)} of {Domain.Words.Number(Whole)}{(Percent(threshold) is { } percent ? $" ({percent})" : "")}";
}
