using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.Outbox;

namespace Portal.Data;

/// <summary>
/// Everything the portal keeps; what each room keeps, and how it becomes tables, stands in <c>Data/Tables</c>. Changes are
/// saved by <see cref="SaveAsync"/> alone: rows, audit and outgoing mail in one transaction.
/// </summary>
public abstract partial class PortalDb(DbContextOptions options, UkClock clock, IRenderMail renderer)
    : IdentityUserContext<PortalUser, Id<User>>(options)
{
    private readonly List<IMail> outgoing = [];
    private readonly List<Func<CancellationToken, Task>> withSave = [];
    private readonly HashSet<Id<Agency>> concerned = [];
    private bool saving;

    /// <summary>Puts a message in the outbox when the changes in hand are saved, or not at all.</summary>
    public void Enqueue(IMail mail) => outgoing.Add(mail);

    /// <summary>Writes in bulk what belongs to the changes in hand, in the transaction of their save. May be run twice.</summary>
    public void WriteWithSave(Func<CancellationToken, Task> write) => withSave.Add(write);

    /// <summary>Agencies that the changes in hand concern though no row of theirs is among them: each reads an entry of its own.</summary>
    public void AlsoConcerns(IEnumerable<Id<Agency>> agencies) => concerned.UnionWith(agencies);

    /// <summary>
    /// Saves the changes in hand with their audit, old value and new for each field, and the mail they cause, in one
    /// transaction. <paramref name="what"/> says in words what was done: "Verified a training record". What there may be only once and
    /// is there already is refused.
    /// </summary>
    public async Task SaveAsync(Viewer viewer, string what, CancellationToken cancel)
    {
        foreach (var mails in outgoing.DistinctBy(m => m.Key).ToLookup(m => m.RepliesToWhoDidIt))
        {
            var reply = await this.ReplyToAsync(mails.Key ? viewer : Viewer.System(viewer.PartnershipId), cancel);
            foreach (var mail in mails) Outbox.Add(await renderer.RenderAsync(mail, viewer.PartnershipId, reply, clock.Now, cancel));
        }
        outgoing.Clear();
        await DropWrittenMailAsync(cancel);
        SpendForm();
        await AuditTrail.RecordAsync(this, viewer, what, concerned, clock.Now, cancel);
        concerned.Clear();
        try
        {
            await SaveWithMailAsync(cancel);
            ForgetSpentForm();
        }
        catch (DbUpdateException second) when (second.IsOfUniqueness())
        {
            throw Refused.AsSecond();
        }
        finally
        {
            withSave.Clear();
        }
    }

    /// <summary>
    /// Runs set-based work in one transaction and leaves one line in the audit; whatever <paramref name="work"/> adds to
    /// the context is saved with it.
    /// </summary>
    public Task TransactAsync(Viewer viewer, string what, Func<Task> work, CancellationToken cancel) =>
        TransactAsync(viewer, async () => { await work(); return what; }, cancel);

    /// <summary>The same for work that knows only afterwards, in words, what it did.</summary>
    public async Task TransactAsync(Viewer viewer, Func<Task<string>> work, CancellationToken cancel)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await SaveAsync(viewer, await work(), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Saves rows that are their own history (a run of a job, a delivery) without a line in the audit; refuses any other.
    /// </summary>
    public async Task SaveOwnHistoryAsync(CancellationToken cancel)
    {
        if (ChangeTracker.Entries().FirstOrDefault(e => e.State != EntityState.Unchanged && !AuditTrail.KeepsOwnHistory(e)) is { } other)
            throw new InvalidOperationException(
                $"{other.Metadata.ClrType.Name} does not keep its own history: save it through SaveAsync, which audits what was done.");
        await SaveMarkedAsync(cancel);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        saving
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException("Save through SaveAsync, which audits what was done.");

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save through SaveAsync, which audits what was done.");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => Values.Store(conventions, Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        MapPartnership(model);
        MapAccess(model);
        MapFramework(model);
        MapAgencies(model);
        MapStaff(model);
        MapCourses(model);
        MapImports(model);
        MapCycles(model);
        MapReturns(model);
        MapFunding(model);
        MapCommissioning(model);
        MapStandards(model);
        MapReports(model);
        MapOperations(model);
        model.ApplyHouseRules();
    }

    private async Task SaveWithMailAsync(CancellationToken cancel)
    {
        try
        {
            await SaveMarkedAsync(cancel);
        }
        catch (DbUpdateException) when (ChangeTracker.Entries<OutboxMail>().Any(e => e.State == EntityState.Added))
        {
            // Another save may have written the same message in this very moment: it is then written, and the rest is saved.
            if (!await DropWrittenMailAsync(cancel)) throw;
            await SaveMarkedAsync(cancel);
        }
    }

    /// <summary>Takes away new mail whose key is written already; says whether there was any.</summary>
    private async Task<bool> DropWrittenMailAsync(CancellationToken cancel)
    {
        var added = ChangeTracker.Entries<OutboxMail>().Where(e => e.State == EntityState.Added).ToList();
        if (added.Count == 0) return false;
        var keys = added.Select(e => e.Entity.Key).ToList();
        var written = await Outbox.Where(m => keys.Contains(m.Key)).Select(m => new { m.PartnershipId, m.Key }).ToListAsync(cancel);
        var dropped = added.Where(e => written.Contains(new { e.Entity.PartnershipId, e.Entity.Key })).ToList();
        foreach (var entry in dropped) entry.State = EntityState.Detached;
        return dropped.Count > 0;
    }

    private async Task SaveMarkedAsync(CancellationToken cancel)
    {
        var lists = this.StaffListsInHand();
        var isMore = lists.Count > 0 || withSave.Count > 0;
        await using var own = isMore && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        saving = true;
        try
        {
            foreach (var partnership in lists) await this.RaiseStaffListVersionAsync(partnership, cancel);
            foreach (var write in withSave) await write(cancel);
            await base.SaveChangesAsync(true, cancel);
            if (own is not null) await own.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refused("Someone changed this while you were looking. Check it and try again");
        }
        finally
        {
            saving = false;
        }
    }
}

public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, UkClock clock, IRenderMail renderer)
    : PortalDb(options, clock, renderer);

public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options, UkClock clock, IRenderMail renderer)
    : PortalDb(options, clock, renderer);
