using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Data.Audit;

/// <summary>
/// Which agencies a change concerns, and so may read of it: the one a row belongs to, and those where the person it is about is in post.
/// </summary>
internal sealed class AuditConcerns
{
    private readonly ILookup<Id<StaffMember>, Id<Agency>> posts;

    private AuditConcerns(ILookup<Id<StaffMember>, Id<Agency>> posts) => this.posts = posts;

    public static async Task<AuditConcerns> OfAsync(
        PortalDb db, IReadOnlyList<EntityEntry> changed, DateOnly today, CancellationToken cancel)
    {
        var people = changed.Select(PersonOf).OfType<Id<StaffMember>>().Distinct().ToList();
        var posts = db.Posts.CurrentOn(today).Where(p => people.Contains(p.StaffId)).Select(p => new { p.StaffId, p.AgencyId }).Distinct();
        return new((people.Count == 0 ? [] : await posts.ToListAsync(cancel)).ToLookup(p => p.StaffId, p => p.AgencyId));
    }

    /// <summary>The agencies that read what each field was and became.</summary>
    public IEnumerable<Id<Agency>> Readers(EntityEntry entry) => entry.Entity switch
    {
        Agency agency => [agency.Id],
        // Where it was recorded does not read on after the person has left.
        TrainingRecord record => posts[record.StaffId],
        StaffMember person => posts[person.Id],
        _ when entry.Metadata.FindProperty("AgencyId") is null => [],
        _ => entry.Property("AgencyId").CurrentValue is Id<Agency> agency ? [agency] : [],
    };

    /// <summary>The agencies that read that it happened.</summary>
    public IEnumerable<Id<Agency>> Told(EntityEntry entry) =>
        entry.Entity is PostRequest request ? [request.AgencyId, .. posts[request.StaffId]] : Readers(entry);

    /// <summary>A person just added is in post nowhere yet.</summary>
    private static Id<StaffMember>? PersonOf(EntityEntry entry) => entry.Entity switch
    {
        StaffMember person when entry.State != EntityState.Added => person.Id,
        TrainingRecord record => record.StaffId,
        PostRequest request => request.StaffId,
        _ => null,
    };
}
