using Portal.Components;

namespace Portal.Features.Standards.Measures;

internal static class Counting
{
    /// <summary>"81 of 85 staff (95%)"; under five, "3 of 4 staff".</summary>
    public static string Of(this int count, int whole, string what) =>
        $"{Words.Number(count)} of {Words.Number(whole)} {what}{(new Share(count, whole).Percent() is { } percent ? $" ({percent})" : "")}";
}
