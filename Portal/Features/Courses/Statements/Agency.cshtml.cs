using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Statements;

/// <summary>How many people at an agency have been taught each statement.</summary>
[Allow(Permission.ReadResults)]
public sealed class AgencyModel(AgencyStatements statements, CoursesToCover courses, Viewer viewer)
    : LoadedPageModel<AgencyStatements.Details>
{
    [FromRoute] public Id<Agency> AgencyId { get; set; }
    public AgencyStatements.Details Agency => Loaded;
    public IReadOnlyList<CoursesToCover.Course> Courses { get; private set; } = [];

    protected override Task<AgencyStatements.Details?> FindAsync(CancellationToken cancel) => statements.RunAsync(viewer, AgencyId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Courses = await courses.RunAsync(viewer, Agency.Figures.Cover, Agency.Figures.Missing, [AgencyId], [], cancel);
        return true;
    }
}
