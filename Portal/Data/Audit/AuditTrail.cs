using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Portal.Data.Audit;

/// <summary>Turns the changes that a save is about to write into an entry of the audit, and raises the version of what changed.</summary>
internal static class AuditTrail
{
    // Secrets and their fingerprints are never repeated in the audit.
    private static readonly HashSet<string> Withheld =
        [nameof(PortalUser.PasswordHash), nameof(PortalUser.SecurityStamp), nameof(PortalUser.ConcurrencyStamp), "Value"];

    public static void Record(PortalDb db, Viewer viewer, string what, DateTime now)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e is { State: EntityState.Modified, Entity: IVersioned }))
            entry.Property(nameof(IVersioned.Version)).CurrentValue = (int)entry.Property(nameof(IVersioned.Version)).OriginalValue! + 1;

        var audited = changed.Where(e => !KeepsOwnHistory(e)).ToList();
        var line = new AuditEntry
        {
            PartnershipId = viewer.PartnershipId, At = now, UserId = viewer.UserId, Actor = viewer.Name, Role = viewer.Role,
            AgencyId = audited.Select(AgencyOf).FirstOrDefault(a => a is not null) ?? viewer.AgencyId, What = what,
        };
        db.AuditEntries.Add(line);
        db.AuditChanges.AddRange(audited.SelectMany(e => Changes(e, line.Id)));
    }

    public static bool KeepsOwnHistory(EntityEntry entry) => entry.Metadata.ClrType.GetCustomAttribute<KeepsOwnHistoryAttribute>() is not null;

    private static Id<Agency>? AgencyOf(EntityEntry entry) =>
        entry.Entity is Agency agency ? agency.Id
        : entry.Metadata.FindProperty("AgencyId") is not null ? entry.Property("AgencyId").CurrentValue as Id<Agency>? : null;

    private static IEnumerable<AuditChange> Changes(EntityEntry entry, Id<AuditEntry> entryId) => entry.Properties
        .Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.Name != nameof(IVersioned.Version) && !Withheld.Contains(p.Metadata.Name))
        .Select(p => (p.Metadata.Name, Old: entry.State == EntityState.Added ? null : Words(p.OriginalValue), New: entry.State == EntityState.Deleted ? null : Words(p.CurrentValue)))
        .Where(c => c.Old != c.New)
        .Select(c => new AuditChange
        {
            EntryId = entryId, Entity = entry.Metadata.ClrType.Name, EntityId = KeyOf(entry), Field = c.Name, Old = c.Old, New = c.New,
        });

    private static Guid KeyOf(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue).Select(AsGuid).FirstOrDefault(g => g != Guid.Empty);

    private static Guid AsGuid(object? key) => Guid.TryParse(key?.ToString(), out var value) ? value : Guid.Empty;

    private static string? Words(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
