using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Framework: levels, what each demands, and what jobs need.
public abstract partial class PortalDb
{
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<Strand> Strands => Set<Strand>();
    public DbSet<JobRole> JobRoles => Set<JobRole>();

    private static void MapFramework(ModelBuilder model)
    {
        model.Entity<Framework>(framework =>
        {
            framework.HasIndex(f => new { f.PartnershipId, f.Code, f.Number }).IsUnique();
            framework.HasMany(f => f.Levels).WithOne().HasForeignKey(l => l.FrameworkId);
            framework.HasMany(f => f.Competencies).WithOne().HasForeignKey(c => c.FrameworkId);
            framework.HasMany(f => f.Requirements).WithOne().HasForeignKey(r => r.FrameworkId);
        });
        model.Entity<Level>(level =>
        {
            level.ToTable("Levels").HasIndex(l => new { l.FrameworkId, l.Number }).IsUnique();
            level.Property(l => l.Description).HasMaxLength(2000);
            level.Property(l => l.RefreshNote).HasMaxLength(2000);
            level.Property(l => l.Audience).HasMaxLength(2000);
        });
        model.Entity<Competency>().ToTable("Competencies").Property(c => c.Statement).HasMaxLength(2000);
        model.Entity<LevelRequirement>().ToTable("LevelRequirements").HasIndex(r => new { r.FrameworkId, r.JobRoleId }).IsUnique();
        model.References<LevelRequirement, JobRole>(nameof(LevelRequirement.JobRoleId));
        model.Entity<JobRole>().Property(r => r.Description).HasMaxLength(500);
        model.Entity<JobRole>().HasIndex(r => new { r.PartnershipId, r.Code }).IsUnique();
        model.Entity<Strand>().HasIndex(s => new { s.PartnershipId, s.Code }).IsUnique();
    }
}
