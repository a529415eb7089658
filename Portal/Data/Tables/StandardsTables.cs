using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Standards: standards, how agencies stood, flags and their steps.
public abstract partial class PortalDb
{
    public DbSet<Standard> Standards => Set<Standard>();
    public DbSet<StandardResult> StandardResults => Set<StandardResult>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<Flag> Flags => Set<Flag>();

    private static void MapStandards(ModelBuilder model)
    {
        model.Entity<Standard>(standard =>
        {
            standard.HasIndex(s => new { s.PartnershipId, s.Code, s.Number }).IsUnique();
            foreach (var text in new[]
            {
                nameof(Standard.Wording), nameof(Standard.Rule), nameof(Standard.Guidance), nameof(Standard.ClearedBy),
                nameof(Standard.SourceTitle), nameof(Standard.SourceUrl)
            })
                standard.Property(text).HasMaxLength(2000);
        });
        // At most one standing row, and one open flag, for each agency, standard and level: two evaluations at once cannot double them.
        model.Entity<StandardResult>(result =>
        {
            result.HasIndex(r => new { r.PartnershipId, r.AgencyId, r.StandardCode, r.Level, r.From });
            result.HasIndex(r => new { r.PartnershipId, r.Until });
            result.HasIndex(r => new { r.AgencyId, r.StandardCode, r.Level }).IsUnique().HasFilter("\"Until\" IS NULL");
        });
        model.References<StandardResult, Agency>(nameof(StandardResult.AgencyId));
        model.References<StandardResult, Standard>(nameof(StandardResult.StandardId));
        model.Entity<Evaluation>().HasIndex(e => new { e.PartnershipId, e.AsAt });
        model.Entity<Flag>(flag =>
        {
            flag.HasMany(f => f.Events).WithOne().HasForeignKey(e => e.FlagId);
            flag.HasIndex(f => new { f.PartnershipId, f.Reference }).IsUnique();
            flag.HasIndex(f => new { f.AgencyId, f.StandardCode, f.Level }).IsUnique()
                .HasFilter("\"ClosedOn\" IS NULL").HasDatabaseName("IX_Flags_Open");
            flag.Property(f => f.ClosedBecause).HasMaxLength(1000);
            flag.Property(f => f.WaivedBecause).HasMaxLength(Flag.LongestReason);
            flag.Property(f => f.WaivedBy).HasMaxLength(200);
        });
        model.References<Flag, Agency>(nameof(Flag.AgencyId));
        model.Entity<FlagEvent>().ToTable("FlagEvents").Property(e => e.Note).HasMaxLength(1000);
    }
}
