using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Staff: people, their jobs and their training.
public abstract partial class PortalDb
{
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostRequest> PostRequests => Set<PostRequest>();
    public DbSet<JobTitle> JobTitles => Set<JobTitle>();
    public DbSet<TrainingRecord> TrainingRecords => Set<TrainingRecord>();
    public DbSet<StaffListVersion> StaffListVersions => Set<StaffListVersion>();

    private static void MapStaff(ModelBuilder model)
    {
        model.Entity<StaffMember>().HasIndex(s => new { s.PartnershipId, s.Email }).IsUnique();
        model.Entity<StaffMember>().HasIndex(s => new { s.PartnershipId, s.Name });
        model.Entity<StaffListVersion>().HasKey(v => v.PartnershipId);
        model.References<StaffListVersion, Partnership>(nameof(StaffListVersion.PartnershipId));
        model.Entity<JobTitle>().HasIndex(t => new { t.AgencyId, t.Title }).IsUnique();
        model.References<JobTitle, Agency>(nameof(JobTitle.AgencyId));
        model.References<JobTitle, JobRole>(nameof(JobTitle.JobRoleId));
        model.Entity<Post>(post =>
        {
            post.HasIndex(p => new { p.AgencyId, p.StaffId });
            post.HasIndex(p => new { p.AgencyId, p.EmployeeNumber });
            // Covers the question "who is in post, and in which jobs?", already in the order of people at agencies.
            post.HasIndex(p => new { p.PartnershipId, p.AgencyId, p.StaffId, p.LeftOn, p.StartedOn, p.JobTitleId })
                .HasDatabaseName("IX_Posts_InPost");
        });
        model.References<Post, Agency>(nameof(Post.AgencyId));
        model.References<Post, StaffMember>(nameof(Post.StaffId));
        model.References<Post, JobTitle>(nameof(Post.JobTitleId));
        model.References<Post, StaffMember>(nameof(Post.ManagerId));
        // One question at a time about one person and one agency, however often it is asked.
        model.Entity<PostRequest>().HasIndex(r => new { r.AgencyId, r.StaffId }).IsUnique().HasFilter("\"State\" = 'Waiting'");
        model.Entity<PostRequest>().HasIndex(r => r.LinkHash).IsUnique();
        model.References<PostRequest, Agency>(nameof(PostRequest.AgencyId));
        model.References<PostRequest, StaffMember>(nameof(PostRequest.StaffId));
        model.References<PostRequest, StaffMember>(nameof(PostRequest.ManagerId));
        model.References<PostRequest, JobTitle>(nameof(PostRequest.JobTitleId));
        model.References<PostRequest, Import>(nameof(PostRequest.ImportId));
        model.References<TrainingRecord, Agency>(nameof(TrainingRecord.AgencyId));
        model.Entity<TrainingRecord>(record =>
        {
            // Covers the question "is this level in date?" without touching the row.
            record.HasIndex(r => new { r.StaffId, r.State, r.LevelNumber, r.AchievedOn, r.EndsOn });
            record.Property(r => r.Reason).HasMaxLength(1000);
        });
        model.References<TrainingRecord, StaffMember>(nameof(TrainingRecord.StaffId));
        model.References<TrainingRecord, StoredFile>(nameof(TrainingRecord.EvidenceId));
        model.References<TrainingRecord, TrainingRecord>(nameof(TrainingRecord.CorrectsId));
    }
}
