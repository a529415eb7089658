namespace Portal.Domain;

/// <summary>
/// Months of a plan that are alike: the same money can be spent in each, so that which of them a date is in makes no difference. With a
/// course whose places come later each month stands alone.
/// </summary>
/// <param name="First">Its first month, from 1.</param>
/// <param name="Length">How many months it has.</param>
public sealed record PlanPeriod(int First, int Length)
{
    public static IReadOnlyList<PlanPeriod> Of(PlanQuestion question)
    {
        var starts = question.Offers.Any(o => o.TrainsTrainers)
            ? [.. Enumerable.Range(1, question.Months)]
            : question.Sources.SelectMany(s => new[] { s.From, s.Until + 1 }).Append(1).Where(m => m >= 1 && m <= question.Months)
                .Distinct().Order().ToList();
        return [.. starts.Zip([.. starts.Skip(1), question.Months + 1], (first, next) => new PlanPeriod(first, next - first))];
    }
}
