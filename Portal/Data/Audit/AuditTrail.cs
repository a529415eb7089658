using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Data.Audit;

/// <summary>Turns the changes that a save is about to write into entries of the audit, and raises the version of what changed.</summary>
internal static class AuditTrail
{
    // Secrets and their fingerprints are never repeated in the audit.
    private static readonly HashSet<string> Withheld =
    [
        nameof(PortalUser.PasswordHash), nameof(PortalUser.SecurityStamp), nameof(PortalUser.ConcurrencyStamp),
        nameof(PostRequest.LinkHash), "Value",
    ];

    /// <summary>
    /// One entry for the partnership, with every field; and where a change concerns several agencies, or is not for one to know
    /// the whole of, one entry for each with the fields that are its own.
    /// </summary>
    /// <param name="alsoConcerned">Agencies that set-based work concerned, of which no row is in hand.</param>
    public static async Task RecordAsync(
        PortalDb db, Viewer viewer, string what, IEnumerable<Id<Agency>> alsoConcerned, DateTime now, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e is { State: EntityState.Modified, Entity: IVersioned }))
            entry.Property(nameof(IVersioned.Version)).CurrentValue = (int)entry.Property(nameof(IVersioned.Version)).OriginalValue! + 1;

        var audited = changed.Where(e => !KeepsOwnHistory(e)).ToList();
        var concerns = await AuditConcerns.OfAsync(db, audited, UkClock.DayOf(now), cancel);
        IEnumerable<Id<Agency>> actsFor = viewer.AgencyId is { } own ? [own] : [];
        var agencies = audited.SelectMany(concerns.Told).Concat(alsoConcerned).Concat(actsFor).Distinct().ToList();
        var answered = audited.Select(e => e.Entity).OfType<PostRequest>().FirstOrDefault(r => r.IsAnswered);
        AuditEntry Line(Id<Agency>? agency, Id<AuditEntry>? partOf) => new()
        {
            PartnershipId = viewer.PartnershipId, At = now, UserId = viewer.UserId, Actor = viewer.Name, Role = viewer.Role,
            AgencyId = agency, What = what, PartOf = partOf,
        };

        var whole = Line(agencies is [var only] && answered is null ? only : null, null);
        db.AuditEntries.Add(whole);
        db.AuditChanges.AddRange(audited.SelectMany(e => Changes(e, whole.Id)));
        if (whole.AgencyId is not null) return;
        foreach (var agency in agencies)
        {
            // Who answered for a person says where that person works, which is not for the agency that asked.
            var isAsker = answered?.AgencyId == agency;
            var part = isAsker ? Line(agency, whole.Id).BySomeone() : Line(agency, whole.Id);
            db.AuditEntries.Add(part);
            db.AuditChanges.AddRange(audited.Where(e => concerns.Readers(e).Contains(agency)).SelectMany(e => Changes(e, part.Id))
                .Where(c => !isAsker || c.Field != nameof(PostRequest.DecidedBy)));
        }
    }

    public static bool KeepsOwnHistory(EntityEntry entry) =>
        entry.Metadata.ClrType.GetCustomAttribute<KeepsOwnHistoryAttribute>() is not null;

    private static IEnumerable<AuditChange> Changes(EntityEntry entry, Id<AuditEntry> entryId) => entry.Properties
        .Where(p => SaysSomething(p.Metadata) && p.Metadata.Name != nameof(IVersioned.Version) && !Withheld.Contains(p.Metadata.Name))
        .Select(p => (p.Metadata.Name, Old: entry.State == EntityState.Added ? null : Words(p.OriginalValue),
            New: entry.State == EntityState.Deleted ? null : Words(p.CurrentValue)))
        .Where(c => c.Old != c.New)
        .Select(c => new AuditChange
        {
            EntryId = entryId, Entity = entry.Metadata.ClrType.Name, EntityId = KeyOf(entry), Field = c.Name, Old = c.Old, New = c.New,
        });

    /// <summary>An id names the row and says nothing of it; a word or number beside it does: the statement that a course covers.</summary>
    private static bool SaysSomething(IReadOnlyProperty property) => property.FindContainingPrimaryKey() is not { } key
        || (key.Properties.Count > 1 && !property.IsForeignKey());

    private static Guid KeyOf(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue).Select(AsGuid)
            .FirstOrDefault(g => g != Guid.Empty);

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
