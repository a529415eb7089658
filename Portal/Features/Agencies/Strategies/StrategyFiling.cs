using Portal.Features.Hubs;

namespace Portal.Features.Agencies.Strategies;

/// <summary>The training strategy that counts, and one that waits for approval.</summary>
public sealed class StrategyFiling : IFiling
{
    public sealed record Filed(AgencyView.Details Agency, bool MayFile);

    public int Order => 10;

    public Task<Panel> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel) => Task.FromResult(
        new Panel("~/Features/Agencies/Strategies/_Filing.cshtml", new Filed(agency, agency.May(viewer, Permission.FileStrategy))));
}
