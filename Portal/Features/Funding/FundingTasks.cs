using Portal.Features.Hubs;

namespace Portal.Features.Funding;

/// <summary>Money that ends soon and is not committed.</summary>
public sealed class FundingTasks(FundingLedger ledger, UkClock clock) : ITasks
{
    public int Order => 90;
    public Permission? Needs => Permission.EditFunding;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await ledger.RunAsync(viewer, cancel)).Open.Where(s => s.EndsOn <= clock.Today.AddDays(EndingSoon.Days) && s.Free > Money.Zero)
            .Select(s => new HomeTask($"Decide what {s.Free} of “{s.Name}” is spent on", "/Funding", s.EndsOn,
                "It cannot be spent after that day"))];
}
