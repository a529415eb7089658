namespace Portal.Domain;

/// <summary>What is left of the money while a plan is being made: whether it can still pay something, by the bounds of a purse.</summary>
internal sealed class PlanTill
{
    private readonly (int Payers, Money Most)[] bounds;
    private readonly long[] left;

    public PlanTill(PlanQuestion question, PlanPurse purse, IReadOnlyList<PlanClass> classes)
    {
        var payers =
            from month in Enumerable.Range(1, question.Months)
            from level in question.Offers.Select(o => o.Level).Distinct()
            from type in classes.Select(c => (AgencyType?)c.Type).Append(null).Distinct()
            select purse.PayersOf(level, type, month);
        bounds = [.. purse.Bounds(payers)];
        left = [.. bounds.Select(b => b.Most.Pence)];
    }

    /// <summary>Whether all of it can be paid together with what was spent.</summary>
    public bool CanPay(IReadOnlyList<(int Payers, long Cost)> bills) =>
        bounds.Index().All(b => bills.Sum(x => Within(x.Payers, b.Item.Payers) ? x.Cost : 0) <= left[b.Index]);

    public void Spend(IReadOnlyList<(int Payers, long Cost)> bills)
    {
        for (var i = 0; i < bounds.Length; i++) left[i] -= bills.Sum(x => Within(x.Payers, bounds[i].Payers) ? x.Cost : 0);
    }

    private static bool Within(int payers, int bound) => (payers & ~bound) == 0;
}
