using Portal.Components;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S12: of the dates that were commissioned for an agency, those that the partnership approved first. Urgent ones that were asked for in
/// time are on the same side, and named as such.
/// </summary>
public sealed class CommissionedFirst(CommissionedDates dates) : IMeasure
{
    /// <summary>How many dates a note names.</summary>
    private const int Named = 10;

    public string Key => MeasureKeys.CommissionedFirst;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "No training was commissioned in the last 12 months";

    public string Sentence(int numerator, int denominator) =>
        $"{numerator.Of(denominator, "commissioned dates")} were approved by the partnership first, or were urgent and asked for in time";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await dates.RunAsync(question, cancel)).GroupBy(d => d.Agency).Select(a => new Measured(
            a.Key, 0, a.Count(d => d.Follows), a.Count(), Note: Note([.. a]) is { Length: > 0 } note ? note : null))];

    private static string Note(IReadOnlyList<CommissionedDates.Row> dates) => string.Join(". ", new[]
    {
        Listed("Not approved first", dates.Where(d => !d.Follows)), Listed("Urgent, and asked for in time", dates.Where(d => d.IsUrgent)),
    }.OfType<string>());

    /// <summary>"Not approved first: C20 on 3 March 2026, C21 on 9 March 2026 and 2 others".</summary>
    private static string? Listed(string what, IEnumerable<CommissionedDates.Row> dates)
    {
        string[] all =
            [.. dates.OrderBy(d => d.Day).ThenBy(d => d.Code, StringComparer.Ordinal).Select(d => $"{d.Code} on {d.Day.Words()}")];
        return all.Length == 0 ? null : $"{what}: {string.Join(", ", all.Take(Named))}"
            + (all.Length > Named ? $" and {Words.Count(all.Length - Named, "other")}" : "");
    }
}
