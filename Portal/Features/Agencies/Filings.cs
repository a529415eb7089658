using Portal.Features.Hubs;

namespace Portal.Features.Agencies;

/// <summary>What an agency has filed, one row for each thing that it is asked for.</summary>
public sealed class Filings(IEnumerable<IFiling> filings) : IAgencyPanel
{
    public int Order => 30;

    public async Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel)
    {
        List<Panel> rows = [];
        foreach (var filing in filings.OrderBy(f => f.Order)) rows.Add(await filing.RunAsync(viewer, agency, cancel));
        return new("~/Features/Agencies/_Filings.cshtml", rows);
    }
}
