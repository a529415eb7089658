using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>
/// One version of the framework, whole: its levels, statements and which level each job role needs. Null when there is none.
/// </summary>
public sealed class FrameworkView(PortalDb db, UkClock clock)
{
    public sealed record RoleNeed(Id<JobRole> Id, string Title, AgencyType AgencyType, int? Level, string? Description = null);

    public sealed record Details(
        Domain.Framework Framework, IReadOnlyList<RoleNeed> Roles, IReadOnlyDictionary<string, string> Strands, DateOnly Today)
    {
        public string CodeOf(int? level) =>
            Framework.Levels.FirstOrDefault(l => l.Number == level)?.Code is { } code ? $"Level {code}" : "Still to be set";

        /// <summary>The job roles of another version that this one does not have.</summary>
        public IReadOnlyList<RoleNeed> Without(Details other) => [.. other.Roles.ExceptBy(Roles.Select(r => r.Id), r => r.Id)];

        /// <summary>The names of a statement's strands, or that it concerns them all.</summary>
        public string StrandsOf(Competency statement) => statement.Strands.Length == 0 ? "Every strand"
            : string.Join(", ", statement.Strands.Split(' ').Select(code => Strands.GetValueOrDefault(code, code)));
    }

    /// <summary>The version in force today, or the one asked for. Drafts are for those who edit the framework.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<Domain.Framework>? frameworkId, CancellationToken cancel)
    {
        var framework = frameworkId is { } id
            ? await OneAsync(viewer, id, cancel)
            : await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        if (framework is null || (framework.State == FrameworkState.Draft && !viewer.May(Permission.EditFramework))) return null;
        var needs = framework.Requirements.ToDictionary(r => r.JobRoleId, r => r.LevelNumber);
        var roles = await db.JobRoles.OfPartnership(viewer).OrderBy(r => NameSearch.Folded(r.Title)).ThenBy(r => r.Id).ToListAsync(cancel);
        var strands = await db.Strands.OfPartnership(viewer).ToDictionaryAsync(s => s.Code, s => s.Name, cancel);
        return new(
            framework,
            [.. roles.Where(r => needs.ContainsKey(r.Id))
                .Select(r => new RoleNeed(r.Id, r.Title, r.AgencyType, needs[r.Id], r.Description))],
            strands, clock.Today);
    }

    private Task<Domain.Framework?> OneAsync(Viewer viewer, Id<Domain.Framework> id, CancellationToken cancel) =>
        db.Frameworks.AsNoTracking().AsSplitQuery().OfPartnership(viewer)
            .Include(f => f.Levels.OrderBy(l => l.Number)).Include(f => f.Competencies).Include(f => f.Requirements)
            .SingleOrDefaultAsync(f => f.Id == id, cancel);
}
