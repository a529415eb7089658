using Portal.Features.Agencies;
using Portal.Features.Hubs;

namespace Portal.Features.Returns.AtAgency;

/// <summary>An agency's newest signed skill-gap assessment, on its page.</summary>
public sealed class ReturnFiling(LatestReturn newest) : IFiling
{
    /// <param name="Return">Null while none is signed.</param>
    public sealed record Filed(LatestReturn.Figures? Return);

    public int Order => 20;

    public async Task<Panel> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel) =>
        new("~/Features/Returns/AtAgency/_Filing.cshtml", new Filed(await newest.RunAsync(viewer, agency.Agency.Id, cancel)));
}
