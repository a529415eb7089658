using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>
/// What a standard about skill-gap assessments counted at one agency: the return, its days and the gaps that keep the
/// standard from being met.
/// </summary>
public sealed class ReturnProof(PortalDb db, LatestReturns returns)
{
    public sealed record Gap(string JobRole, int Level, int People);

    /// <param name="Id">Null for those who may not open the return.</param>
    /// <param name="Lacking">As the return stands today; null where nothing was returned, where the standard does not turn on
    /// gaps, and for those who may not open it.</param>
    public sealed record Details(
        Id<AgencyReturn>? Id, string Cycle, DateOnly DueOn, DateOnly? SentOn, DateOnly? SignedOn, IReadOnlyList<Gap>? Lacking);

    /// <summary>Null when the measure counts something else, and while the agency was asked for no return.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, IMeasure measure, Question question, Id<Agency> agencyId, CancellationToken cancel)
    {
        if (!measure.CountsReturn
            || (await returns.RunAsync(question with { AgencyId = agencyId }, cancel))
                .SingleOrDefault(r => r.AgencyId == agencyId) is not { } row)
            return null;
        var mayOpen = viewer.May(Permission.ReadReturns, agencyId);
        var lacking = mayOpen && row.SentAt is not null ? measure.Lacking(db.GapsOf(row.Id), db) : null;
        return new(
            mayOpen ? row.Id : null, row.Cycle, row.DueOn, DayOf(row.SentAt), DayOf(row.SignedAt),
            lacking is null ? null : await NamedAsync(lacking, cancel));
    }

    private async Task<IReadOnlyList<Gap>> NamedAsync(IQueryable<GapLine> gaps, CancellationToken cancel) =>
        await gaps.Join(
            db.JobRoles, g => g.JobRoleId, r => r.Id,
            (g, r) => new { r.Title, Line = g })
            .OrderByDescending(g => g.Line.LevelNumber).ThenBy(g => g.Title)
            .Select(g => new Gap(g.Title, g.Line.LevelNumber!.Value, g.Line.ToClose)).ToListAsync(cancel);

    private static DateOnly? DayOf(DateTime? instant) => instant is { } at ? UkClock.DayOf(at) : null;
}
