using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Judges again, within minutes, each partnership in which something changed that results rest on: whoever has just confirmed a staff list,
/// verified training, signed a return or published a standard sees what it did. The night judges everyone whatever changed.
/// </summary>
public sealed class JudgeChangedJob(PortalDb db, EvaluateStandards evaluate, UkClock clock)
{
    /// <summary>A transaction may be saved so long after what it writes down as its time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Whoever could not be judged for so long is left to the night, which says why.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(2);

    /// <summary>The kinds of row that an import, a person or a job changes when a standing may change with it.</summary>
    private static readonly string[] RestsOn =
    [
        nameof(StaffMember), nameof(Post), nameof(JobTitle), nameof(TrainingRecord), nameof(Import), nameof(Agency), nameof(Phase),
        nameof(Membership), nameof(TrainingStrategy), nameof(TrainingCommitment), nameof(AgencyReturn), nameof(Standard),
        nameof(Domain.Framework), nameof(LevelRequirement), nameof(Course), nameof(CourseReview), nameof(Provider),
        nameof(QualityMark),
    ];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var judged = await db.Partnerships.OrderBy(p => p.Id).Select(p => new
        {
            p.Id, At = db.Evaluations.Where(e => e.PartnershipId == p.Id).OrderByDescending(e => e.AsAt).ThenByDescending(e => e.Id)
                .Select(e => (DateTime?)e.StartedAt).FirstOrDefault()
        }).ToListAsync(cancel);
        List<Id<Partnership>> due = [];
        // One look for each, at no more than was written since: the audit of all is six years long, and in the order of its partnerships.
        foreach (var last in judged.Where(p => p.At > clock.Now - Abandoned))
            if (await HasChangedAsync(last.Id, last.At!.Value - Margin, cancel)) due.Add(last.Id);
        if (due.Count > 0) await evaluate.EachAsync(db.Partnerships.Where(p => due.Contains(p.Id)), cancel);
        return due.Count == 0 ? null : $"Judged {Words.Count(due.Count, "partnership")} again";
    }

    private Task<bool> HasChangedAsync(Id<Partnership> partnership, DateTime since, CancellationToken cancel) => db.AuditEntries
        .Where(e => e.PartnershipId == partnership && e.At > since)
        .AnyAsync(e => db.AuditChanges.Any(c => c.EntryId == e.Id && RestsOn.Contains(c.Entity)), cancel);
}
