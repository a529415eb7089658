using Portal.Features.Hubs;

namespace Portal.Features.Agencies;

/// <summary>What a room shows on the page of an agency, which knows none of the rooms below it.</summary>
public interface IAgencyPanel
{
    /// <summary>Its place on the page: 10 comes before 20.</summary>
    int Order { get; }

    /// <summary>Null when there is nothing to show, or this person may not see it.</summary>
    Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel);
}
