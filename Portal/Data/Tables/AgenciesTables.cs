using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Agencies: agencies and what they have filed.
public abstract partial class PortalDb
{
    public DbSet<Phase> Phases => Set<Phase>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<StaffListConfirmation> StaffListConfirmations => Set<StaffListConfirmation>();
    public DbSet<TrainingStrategy> TrainingStrategies => Set<TrainingStrategy>();
    public DbSet<TrainingCommitment> TrainingCommitments => Set<TrainingCommitment>();
    public DbSet<CommitmentSignature> CommitmentSignatures => Set<CommitmentSignature>();

    private static void MapAgencies(ModelBuilder model)
    {
        model.Entity<Agency>().HasIndex(a => new { a.PartnershipId, a.Name }).IsUnique();
        model.References<Agency, Phase>(nameof(Agency.PhaseId));
        model.Entity<Agency>().HasMany(a => a.Confirmations).WithOne().HasForeignKey(c => c.AgencyId);
        // "When had each list last been confirmed, as at a day?"
        model.Entity<StaffListConfirmation>().HasIndex(c => new { c.PartnershipId, c.SaidOn });
        model.References<TrainingStrategy, Agency>(nameof(TrainingStrategy.AgencyId));
        model.References<CommitmentSignature, Agency>(nameof(CommitmentSignature.AgencyId));
        model.Entity<TrainingCommitment>().HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
        model.Entity<TrainingCommitment>().Property(c => c.Text).HasMaxLength(4000);
        model.Entity<CommitmentSignature>().Property(s => s.Undertaking).HasMaxLength(4000);
        model.References<TrainingStrategy, StoredFile>(nameof(TrainingStrategy.FileId));
    }
}
