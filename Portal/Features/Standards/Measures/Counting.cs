using Portal.Components;

namespace Portal.Features.Standards.Measures;

internal static class Counting
{
    /// <summary>"81 of 85 staff (95%)"; under five, "3 of 4 staff".</summary>
    public static string Of(this int count, int whole, string what) =>
        new Share(count, whole).Percent() is { } percent ? $"{count:N0} of {whole:N0} {what} ({percent})" : $"{count} of {whole} {what}";
}
