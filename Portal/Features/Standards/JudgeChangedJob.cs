using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Judges again, within minutes, each partnership in which something changed that results rest on: whoever has just confirmed a staff list,
/// verified training, signed a return or published a standard sees what it did. The night judges everyone whatever changed.
/// </summary>
public sealed class JudgeChangedJob(PortalDb db, EvaluateStandards evaluate)
{
    /// <summary>A transaction may be saved so long after what it writes down as its time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>The kinds of row that an import, a person or a job changes when a standing may change with it.</summary>
    private static readonly string[] RestsOn =
    [
        nameof(StaffMember), nameof(Post), nameof(JobTitle), nameof(TrainingRecord), nameof(Import), nameof(Agency), nameof(Phase),
        nameof(Membership), nameof(TrainingStrategy), nameof(TrainingCommitment), nameof(AgencyReturn), nameof(Standard),
        nameof(Domain.Framework), nameof(LevelRequirement), nameof(Course), nameof(CourseReview), nameof(Provider),
    ];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var judged = (await db.Evaluations.GroupBy(e => e.PartnershipId).Select(e => new { e.Key, At = e.Max(x => x.StartedAt) })
            .ToListAsync(cancel)).ToDictionary(e => e.Key, e => e.At - Margin);
        if (judged.Count == 0) return null;
        var since = judged.Values.Min();
        var changed = await (from entry in db.AuditEntries
                             where entry.At > since
                             join change in db.AuditChanges on entry.Id equals change.EntryId
                             where RestsOn.Contains(change.Entity)
                             group entry.At by entry.PartnershipId into changes
                             select new { changes.Key, At = changes.Max() }).ToListAsync(cancel);
        var due = changed.Where(c => judged.TryGetValue(c.Key, out var at) && c.At > at).Select(c => c.Key).ToList();
        if (due.Count > 0) await evaluate.EachAsync(db.Partnerships.Where(p => due.Contains(p.Id)), cancel);
        return due.Count == 0 ? null : $"Judged {Words.Count(due.Count, "partnership")} again";
    }
}
