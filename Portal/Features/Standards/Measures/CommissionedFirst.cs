using Portal.Components;

namespace Portal.Features.Standards.Measures;

/// <summary>S12: of the dates that were commissioned for an agency, those that the partnership approved first.</summary>
public sealed class CommissionedFirst(CommissionedDates dates) : IMeasure
{
    /// <summary>How many dates a note names.</summary>
    private const int Named = 10;

    public string Key => MeasureKeys.CommissionedFirst;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "No training was commissioned in the last 12 months";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "commissioned dates")} were approved by the partnership first";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await dates.RunAsync(question, cancel)).GroupBy(d => d.Agency)
            .Select(a => new Measured(a.Key, 0, a.Count(d => d.IsFirst), a.Count(), Note: Note(
                [.. a.Where(d => !d.IsFirst).OrderBy(d => d.Day).ThenBy(d => d.Code, StringComparer.Ordinal)
                    .Select(d => $"{d.Code} on {d.Day.Words()}")])))];

    private static string? Note(IReadOnlyList<string> dates) => dates.Count == 0 ? null
        : $"Not approved first: {string.Join(", ", dates.Take(Named))}"
            + (dates.Count > Named ? $" and {Words.Count(dates.Count - Named, "other")}" : "");
}
