using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.Files;
using Portal.Data.Jobs;
using Portal.Data.Outbox;

namespace Portal.Data;

// Operations: files, mail, audit, runs of jobs and the believed clock.
public abstract partial class PortalDb
{
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileChunk> FileChunks => Set<FileChunk>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditChange> AuditChanges => Set<AuditChange>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobHeartbeat> JobHeartbeats => Set<JobHeartbeat>();
    public DbSet<BelievedClock> BelievedClocks => Set<BelievedClock>();

    private static void MapOperations(ModelBuilder model)
    {
        model.Entity<StoredFile>().HasIndex(f => f.Hash);
        model.References<StoredFile, Agency>(nameof(StoredFile.AgencyId));
        model.Entity<FileChunk>().HasKey(c => new { c.Hash, c.Number });
        model.Entity<OutboxMail>(mail =>
        {
            mail.HasIndex(m => new { m.PartnershipId, m.Key }).IsUnique();
            mail.HasIndex(m => new { m.State, m.NextAttemptAt });
            mail.Property(m => m.Key).HasMaxLength(400);
            mail.Property(m => m.Html).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            mail.Property(m => m.Text).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            mail.Property(m => m.Calendar).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            mail.Property(m => m.Problem).HasMaxLength(OutboxMail.LongestProblem);
            mail.Property(m => m.NextAttemptAt).IsConcurrencyToken();
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.HasIndex(e => new { e.PartnershipId, e.At });
            entry.Property(e => e.What).HasMaxLength(1000);
            entry.HasIndex(e => new { e.AgencyId, e.At });
            // "How many agencies did this concern?" Without a foreign key: old entries are deleted by age.
            entry.HasIndex(e => e.PartOf);
            entry.HasMany<AuditChange>().WithOne().HasForeignKey(c => c.EntryId);
        });
        model.Entity<AuditChange>(change =>
        {
            change.HasIndex(c => new { c.Entity, c.EntityId });
            change.Property(c => c.Old).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            change.Property(c => c.New).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
        });
        model.Entity<JobRun>().HasIndex(r => new { r.Job, r.StartedAt });
        model.Entity<JobRun>().Property(r => r.Summary).HasMaxLength(2000);
        model.Entity<JobHeartbeat>().HasKey(h => h.Job);
        model.Entity<BelievedClock>();
    }
}
