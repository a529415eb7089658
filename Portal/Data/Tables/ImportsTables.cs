using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Data;

// Imports: files on their way in: rows are staged here before they touch anything else.
public abstract partial class PortalDb
{
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportColumn> ImportColumns => Set<ImportColumn>();
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();
    public DbSet<ImportTerm> ImportTerms => Set<ImportTerm>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<ImportPair> ImportPairs => Set<ImportPair>();
    public DbSet<CourseLevel> CourseLevels => Set<CourseLevel>();

    private static void MapImports(ModelBuilder model)
    {
        model.Entity<Import>(import =>
        {
            // At most one import of an agency is under way: two cannot interleave, whoever starts them and on whichever node.
            import.HasIndex(i => i.AgencyId).IsUnique().HasDatabaseName("IX_Imports_UnderWay")
                .HasFilter("\"State\" IN ('Uploaded', 'Checking', 'Ready', 'Queued', 'Undoing')");
            import.HasIndex(i => new { i.PartnershipId, i.AgencyId, i.UploadedAt });
            import.HasIndex(i => i.State);
            import.Property(i => i.Notice).HasMaxLength(1000);
            import.Property(i => i.Sheets).HasMaxLength(4000);
            import.HasMany(i => i.Columns).WithOne().HasForeignKey(c => c.ImportId);
        });
        model.References<Import, Agency>(nameof(Import.AgencyId));
        // An import outlives its file.
        model.Entity<Import>().HasOne<StoredFile>().WithMany().HasForeignKey(i => i.FileId).OnDelete(DeleteBehavior.SetNull);
        model.Entity<ImportColumn>().Property(c => c.Sample).HasMaxLength(400);
        model.Entity<ImportMapping>().HasIndex(m => new { m.AgencyId, m.Kind, m.Heading }).IsUnique();
        model.References<ImportMapping, Agency>(nameof(ImportMapping.AgencyId));
        model.Entity<CourseLevel>().HasIndex(l => new { l.AgencyId, l.Course }).IsUnique();
        model.References<CourseLevel, Agency>(nameof(CourseLevel.AgencyId));
        model.Entity<ImportTerm>().HasIndex(t => t.ImportId);
        model.References<ImportTerm, Import>(nameof(ImportTerm.ImportId));
        model.Entity<ImportPair>().HasKey(p => new { p.ImportId, p.Number, p.StaffId });
        model.References<ImportPair, Import>(nameof(ImportPair.ImportId));
        model.Entity<ImportRow>(row =>
        {
            row.HasKey(r => new { r.ImportId, r.Number });
            // The preview filters by verdict and pages by number.
            row.HasIndex(r => new { r.ImportId, r.Verdict, r.Number });
            // "What have imports done to this person?"
            row.HasIndex(r => r.StaffId);
            row.Property(r => r.Problem).HasMaxLength(500);
            row.Property(r => r.Kept).HasMaxLength(500);
            row.Property(r => r.Note).HasMaxLength(500);
            row.Property(r => r.ManagerNote).HasMaxLength(500);
            row.Property(r => r.NotCounted).HasMaxLength(500);
            row.ComplexProperty(r => r.Person, p => NameColumns(p.Metadata));
            row.ComplexProperty(r => r.Job, j => NameColumns(j.Metadata));
            row.ComplexProperty(r => r.Training, t => NameColumns(t.Metadata));
            row.ComplexProperty(r => r.PersonBefore, p => NameColumns(p.Metadata, "Old"));
            row.ComplexProperty(r => r.JobBefore, j => NameColumns(j.Metadata, "Old"));
        });
    }

    /// <summary>The columns of a part of a row are called as what they tell of, with <paramref name="prefix"/> before it.</summary>
    private static void NameColumns(IMutableComplexProperty part, string prefix = "")
    {
        foreach (var property in part.ComplexType.GetProperties()) property.SetColumnName(prefix + property.Name);
    }
}
