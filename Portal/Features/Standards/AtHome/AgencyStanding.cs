using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;
using Portal.Features.Standards.AtAgency;

namespace Portal.Features.Standards.AtHome;

/// <summary>How an agency stands against each standard, for its leads: as its page says.</summary>
public sealed class AgencyStanding(PortalDb db, AgencyResults results, LastJudged judged) : IHomePanel
{
    /// <param name="JudgedAt">UTC; null before the first time.</param>
    public sealed record Standing(Id<Agency> AgencyId, string Agency, IReadOnlyList<AgencyResults.Line> Lines, DateTime? JudgedAt);

    public int Order => 20;
    public IReadOnlyList<Role> Roles => [Role.TrainingLead, Role.ExecutiveLead];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer).Where(a => a.Id == viewer.AgencyId).Select(a => new { a.Id, a.Name })
            .SingleAsync(cancel);
        return new("~/Features/Standards/AtHome/_AgencyStanding.cshtml",
            new Standing(agency.Id, agency.Name, await results.LinesAsync(viewer, agency.Id, cancel),
                await judged.RunAsync(viewer, cancel)));
    }
}
