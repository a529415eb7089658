using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Cycles: the rounds in which agencies are asked.
public abstract partial class PortalDb
{
    public DbSet<Cycle> Cycles => Set<Cycle>();
    public DbSet<DefaultQuestion> DefaultQuestions => Set<DefaultQuestion>();

    private static void MapCycles(ModelBuilder model)
    {
        model.Entity<Cycle>(cycle =>
        {
            cycle.HasIndex(c => new { c.PartnershipId, c.PhaseId, c.OpensOn });
            cycle.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CycleId);
        });
        model.References<Cycle, Phase>(nameof(Cycle.PhaseId));
        model.References<Cycle, Framework>(nameof(Cycle.FrameworkId));
        model.Entity<CycleQuestion>(question =>
        {
            question.ToTable("CycleQuestions").HasIndex(q => new { q.CycleId, q.Code }).IsUnique();
            question.Property(q => q.Text).HasMaxLength(500);
            question.Property(q => q.Hint).HasMaxLength(1000);
            question.Property(q => q.Descriptors).HasMaxLength(2000);
        });
        model.Entity<DefaultQuestion>(question =>
        {
            question.HasIndex(q => new { q.PartnershipId, q.Code }).IsUnique();
            question.Property(q => q.Text).HasMaxLength(500);
            question.Property(q => q.Hint).HasMaxLength(1000);
            question.Property(q => q.Descriptors).HasMaxLength(2000);
        });
    }
}
