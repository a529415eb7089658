using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>
/// The draft of a standard's next version, and the version it would replace. Null when there is none, or for
/// those who may not edit standards.
/// </summary>
public sealed class StandardDraft(PortalDb db, UkClock clock)
{
    /// <param name="Replaces">The version in force today; the newest published when none is.</param>
    public sealed record Details(Standard Draft, Standard Replaces, IReadOnlyList<Level> Levels)
    {
        public string CodeOf(int level) => Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";
    }

    public async Task<Details?> RunAsync(Viewer viewer, string code, CancellationToken cancel)
    {
        if (!viewer.May(Permission.EditStandards)) return null;
        var versions = await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.Code == code).OrderByDescending(s => s.Number)
            .ToListAsync(cancel);
        if (versions.Find(s => s.IsDraft) is not { } draft) return null;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        return new(draft, versions.Find(s => s.EffectiveFrom <= clock.Today) ?? versions.First(s => !s.IsDraft), framework?.Levels ?? []);
    }
}
