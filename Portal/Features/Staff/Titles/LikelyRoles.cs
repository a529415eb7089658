using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Titles;

/// <summary>
/// The job roles that a title may stand for, the likeliest first: those that others in the partnership have chosen for the same title,
/// then those whose words it shares, and of these the ones of the same type of agency.
/// </summary>
public sealed class LikelyRoles(PortalDb db, UkClock clock)
{
    /// <summary>Words that begin with as many of the same letters are alike: "cleaner" and "cleaning".</summary>
    private const int Stem = 5;

    /// <param name="Level">The level it needs today; null when none is set.</param>
    /// <param name="Description">Whom it means; null where its title says it.</param>
    /// <param name="IsLikely">Something speaks for it: the others are only in the order of their names.</param>
    public sealed record Option(Id<JobRole> Id, string Title, AgencyType AgencyType, int? Level, string? Description, bool IsLikely);

    public async Task<IReadOnlyDictionary<Id<JobTitle>, IReadOnlyList<Option>>> RunAsync(
        Viewer viewer, IReadOnlyCollection<UnmappedTitles.Row> titles, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var levels = (framework?.Requirements ?? []).ToDictionary(r => r.JobRoleId, r => r.LevelNumber);
        var inForce = await db.RolesInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var roles = await inForce.Select(r => new { r.Id, r.Title, r.AgencyType, r.Description }).ToListAsync(cancel);
        var names = titles.Select(t => t.Title.ToLowerInvariant()).ToList();
        var chosen = (await db.JobTitles.OfPartnership(viewer).Where(t => t.JobRoleId != null && names.Contains(t.Title.ToLower()))
            .GroupBy(t => new { Title = t.Title.ToLower(), t.JobRoleId })
            .Select(g => new { g.Key.Title, g.Key.JobRoleId, Count = g.Count() })
            .ToListAsync(cancel)).ToDictionary(c => (c.Title, c.JobRoleId!.Value), c => c.Count);
        return titles.ToDictionary(t => t.Id, t => (IReadOnlyList<Option>)[.. roles
            .Select(r => new
            {
                Role = r, Chosen = chosen.GetValueOrDefault((t.Title.ToLowerInvariant(), r.Id)), Likeness = Likeness(t.Title, r.Title),
                IsSameType = r.AgencyType == t.AgencyType,
            })
            .OrderByDescending(r => r.Chosen).ThenByDescending(r => r.Likeness > 0 && r.IsSameType).ThenByDescending(r => r.Likeness)
            .ThenByDescending(r => r.IsSameType).ThenBy(r => r.Role.Title, StringComparer.CurrentCulture)
            .Select(r => new Option(
                r.Role.Id, r.Role.Title, r.Role.AgencyType, levels.GetValueOrDefault(r.Role.Id), r.Role.Description,
                r.Chosen > 0 || r.Likeness > 0))]);
    }

    /// <summary>How many words of three letters or more two titles share; "officers" counts as "officer".</summary>
    public static int Likeness(string one, string other) => Words(one).Intersect(Words(other)).Count();

    private static IEnumerable<string> Words(string title) => title.ToLowerInvariant()
        .Split([' ', '-', '/', ',', '(', ')', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)
        .Select(w => w.Length > Stem ? w[..Stem] : w.TrimEnd('s'));
}
