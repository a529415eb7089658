using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Admin.Audit;

/// <summary>What was done in the partnership, or at the viewer's agency: who, when, what in words, and old → new for each field.</summary>
public sealed class AuditList(PortalDb db)
{
    /// <summary>How many changed fields the list shows of one entry; its own page and the export have them all.</summary>
    public const int Shown = 8;

    /// <summary>What narrows the list. Days are London's and both count; kind is the kind of row that changed.</summary>
    public sealed record Filter(
        string? Person = null, string? Words = null, DateOnly? From = null, DateOnly? To = null, string? Kind = null);
    public sealed record Change(string Kind, Guid RowId, string Field, string? Old, string? New);
    public sealed record Row(
        Id<AuditEntry> Id, DateTime At, string Actor, Role Role, string What, string? Agency, int ChangeCount,
        IReadOnlyList<Change> Changes)
    {
        /// <summary>How many agencies read an entry of their own about this; none when it concerned one or none.</summary>
        public int Agencies { get; init; }

        /// <summary>Whom it concerned, for the line under what was done; null when no agency.</summary>
        public string? Concerned => Agencies == 0 ? Agency : $"concerns {Words.Count(Agencies, "agency", "agencies")}";
    }

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, int page, CancellationToken cancel)
    {
        var found = await Entries(viewer, filter)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(ToRow).ToPageAsync(page, cancel);
        // In a query of their own: within the first, a database numbers the changes of everything that was ever done.
        var ids = found.Rows.Select(r => r.Id).ToList();
        var changes = await Told.Where(c => ids.Contains(c.EntryId)).GroupBy(c => c.EntryId)
            .Select(entry => new
            {
                entry.Key, First = entry.OrderBy(c => c.Entity).ThenBy(c => c.EntityId).ThenBy(c => c.Field).ThenBy(c => c.Id).Take(Shown)
                    .ToList()
            })
            .ToDictionaryAsync(e => e.Key, e => e.First, cancel);
        return found with { Rows = [.. found.Rows.Select(r => r with { Changes = [.. changes.GetValueOrDefault(r.Id, []).Select(Of)] })] };
    }

    /// <summary>One entry with the fields of one page of its rows; null when it is not within reach.</summary>
    public async Task<(Row Entry, Page<Guid> Rows)?> EntryAsync(Viewer viewer, Id<AuditEntry> entryId, int page, CancellationToken cancel)
    {
        if (await Entries(viewer, new()).Where(e => e.Id == entryId).Select(ToRow).SingleOrDefaultAsync(cancel) is not { } row) return null;
        var all = Told.Where(c => c.EntryId == entryId);
        var rows = await all.Select(c => new { c.Entity, c.EntityId }).Distinct().OrderBy(r => r.Entity).ThenBy(r => r.EntityId)
            .ToPageAsync(page, cancel);
        var ids = rows.Rows.Select(r => r.EntityId).Distinct().ToList();
        var shown = rows.Rows.Select(r => (r.Entity, r.EntityId)).ToHashSet();
        var changes = await all.Where(c => ids.Contains(c.EntityId)).OrderBy(c => c.Entity).ThenBy(c => c.EntityId).ThenBy(c => c.Id)
            .ToListAsync(cancel);
        return (row with { Changes = [.. changes.Where(c => shown.Contains((c.Entity, c.EntityId))).Select(Of)] },
            new([.. rows.Rows.Select(r => r.EntityId)], rows.Number, rows.Total));
    }

    /// <summary>Without what says nothing to people.</summary>
    private IQueryable<AuditChange> Told =>
        db.AuditChanges.AsNoTracking().Where(c => !AuditFields.Technical.Contains(c.Field));

    private Expression<Func<AuditEntry, Row>> ToRow => e => new Row(
        e.Id, e.At, e.Actor, e.Role, e.What, db.Agencies.Where(a => a.Id == e.AgencyId).Select(a => a.Name).FirstOrDefault(),
        Told.Count(c => c.EntryId == e.Id), Array.Empty<Change>())
    { Agencies = db.AuditEntries.Count(p => p.PartOf == e.Id) };

    private static Change Of(AuditChange change) => new(change.Entity, change.EntityId, change.Field, change.Old, change.New);

    /// <summary>Every field that changed, one row each, newest first, read as it is written.</summary>
    public IAsyncEnumerable<(AuditEntry Entry, AuditChange? Change)> AllAsync(Viewer viewer, Filter filter) =>
        (from entry in Entries(viewer, filter)
         join change in db.AuditChanges.AsNoTracking() on entry.Id equals change.EntryId into changes
         from change in changes.DefaultIfEmpty()
         orderby entry.At descending, entry.Id descending, change.Id
         select new { entry, change }).AsAsyncEnumerable().Select(r => (r.entry, (AuditChange?)r.change));

    /// <summary>The kinds of row that an audit can be about.</summary>
    public IReadOnlyList<string> Kinds() =>
        [.. db.Model.GetEntityTypes().Select(t => t.ClrType)
            .Where(t => t.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true
                && t.GetCustomAttribute<KeepsOwnHistoryAttribute>() is null)
            .Select(t => t.Name).Distinct().Order(StringComparer.Ordinal)];

    private IQueryable<AuditEntry> Entries(Viewer viewer, Filter filter)
    {
        var entries = viewer.Reach(Permission.ReadAudit) switch
        {
            // The whole of a save, once: what each agency reads of it is in it.
            Reach.Partnership => db.AuditEntries.AsNoTracking().OfPartnership(viewer).Where(e => e.PartOf == null),
            Reach.Agency => db.AuditEntries.AsNoTracking().OfPartnership(viewer).Where(e => e.AgencyId == viewer.AgencyId),
            _ => db.AuditEntries.Where(_ => false),
        };
        var (person, words) = (filter.Person?.ToLowerInvariant(), filter.Words?.ToLowerInvariant());
        var (from, until) = (filter.From is { } first ? UkClock.StartOf(first) : default,
            filter.To is { } last ? UkClock.StartOf(last.AddDays(1)) : DateTime.MaxValue);
        return entries
            .Where(e => person == null || e.Actor.ToLower().Contains(person))
            .Where(e => words == null || e.What.ToLower().Contains(words))
            .Where(e => filter.From == null || e.At >= from).Where(e => filter.To == null || e.At < until)
            .Where(e => filter.Kind == null || db.AuditChanges.Any(c => c.EntryId == e.Id && c.Entity == filter.Kind));
    }
}
