using Portal.Features.Hubs;

namespace Portal.Features.Agencies;

/// <summary>One thing that an agency files, as a row of the list of filings on its page.</summary>
public interface IFiling
{
    /// <summary>Its place in the list: 10 comes before 20.</summary>
    int Order { get; }

    Task<Panel> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel);
}
