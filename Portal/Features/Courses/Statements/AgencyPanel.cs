using Portal.Features.Agencies;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Statements;

/// <summary>How many people at an agency have been taught all that their level is made of, and where to see more.</summary>
public sealed class AgencyPanel(AgencyStatements statements) : IAgencyPanel
{
    public int Order => 17;

    public async Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel) =>
        agency.IsOpen && await statements.RunAsync(viewer, agency.Agency.Id, cancel) is { Figures.Tally.People: > 0 } found
            ? new("~/Features/Courses/Statements/_Agency.cshtml", found) : null;
}
