using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>What the forms of a request offer to choose from, of today.</summary>
public sealed class RequestChoices(PortalDb db, UkClock clock)
{
    /// <param name="Statements">Those of one level.</param>
    public sealed record Offered(
        IReadOnlyList<Level> Levels, IReadOnlyList<Choice> Statements, IReadOnlyList<Choice> Strands, IReadOnlyList<Choice> Courses,
        IReadOnlyList<Choice> Providers);

    public Task<List<Level>> LevelsAsync(Viewer viewer, CancellationToken cancel) =>
        db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel);

    /// <param name="level">Whose statements are offered, and whose courses come first; null for none.</param>
    public async Task<Offered> RunAsync(Viewer viewer, int? level, CancellationToken cancel)
    {
        var today = clock.Today;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, today, cancel);
        var code = framework?.Code;
        var strands = await db.Strands.AsNoTracking().OfPartnership(viewer).InForceOn(today).OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new Choice(s.Code, s.Name)).ToListAsync(cancel);
        var courses = await db.Courses.OfferedTo(viewer).OfferedOn(today)
            .Where(c => level == null || c.Levels.Any(l => l.Framework == code && l.LevelNumber == level))
            .OrderBy(c => c.Code).ThenBy(c => c.Id).Select(c => new { c.Id, c.Code, c.Title }).ToListAsync(cancel);
        return new(framework?.Levels ?? [],
            [.. (framework?.Competencies ?? []).Where(c => c.LevelNumber == level).OrderBy(c => c.Code, StringComparer.Ordinal)
                .Select(c => new Choice(c.Code, $"{c.Code} {c.Statement}"))],
            strands, [.. courses.Select(c => new Choice($"{c.Id}", $"{c.Code}, {c.Title}"))],
            await ProvidersAsync(viewer, cancel));
    }

    /// <summary>The register of providers.</summary>
    public async Task<IReadOnlyList<Choice>> ProvidersAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await db.Providers.OfPartnership(viewer).OrderBy(p => NameSearch.Folded(p.Name)).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name }).ToListAsync(cancel)).Select(p => new Choice($"{p.Id}", p.Name))];
}
