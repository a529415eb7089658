using Portal.Components;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S03: the skill-gap assessment of the cycle is sent by its due hour and signed. Up to 10 working days late, or
/// unsigned, is partly met.
/// </summary>
public sealed class ReturnedAndSigned(LatestReturns returns) : IMeasure
{
    private const int WorkingDaysLate = 10;

    public string Key => MeasureKeys.ReturnedAndSigned;

    public bool NeedsFreshStaffList => false;

    public bool CountsReturn => true;

    public string NothingToCount(int level) => "No assessment has been asked for yet";

    public string Sentence(
        int numerator,
        int denominator) => numerator == 1
            ? "The skill-gap assessment was returned on time and signed"
            : "The skill-gap assessment was not returned on time and signed";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel) =>
        [.. (await returns.RunAsync(question, cancel)).Select(r => Judge(r, question.Day))];

    private static Measured Judge(LatestReturns.Row row, DateOnly day) => row switch
    {
        { SentAt: null } when row.DueOn >= day => new(row.AgencyId, 0, 0, 1, Outcome.NotYetDue, $"Due on {row.DueOn.Words()}"),
        { SentAt: null } => new(row.AgencyId, 0, 0, 1, Outcome.NotMet, $"Not returned; it was due on {row.DueOn.Words()}"),
        { SentAt: { } sent } when sent > row.DueAt => new(row.AgencyId, 0, 0, 1,
            UkClock.DayOf(sent) <= row.DueOn.AddWorkingDays(WorkingDaysLate) ? Outcome.PartlyMet : Outcome.NotMet,
            $"Returned on {UkClock.DayOf(sent).Words()}; it was due on {row.DueOn.Words()}"),
        { SignedAt: null } => new(row.AgencyId, 0, 0, 1, Outcome.PartlyMet, "Returned on time, not signed by the executive lead"),
        _ => new(row.AgencyId, 0, 1, 1, Outcome.Met, $"Returned on {UkClock.DayOf(row.SentAt!.Value).Words()} and signed"),
    };
}
