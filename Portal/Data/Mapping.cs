using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.Files;
using Portal.Data.Jobs;
using Portal.Data.Outbox;

namespace Portal.Data;

/// <summary>How the vocabulary becomes tables; how values are stored is in <see cref="Values"/>.</summary>
internal static class Mapping
{
    /// <summary>Tells both databases not to limit a text.</summary>
    internal const int UnlimitedText = -1;

    public static void Apply(ModelBuilder model)
    {
        Standing(model);
        ReportTables.Apply(model);
        AssessmentTables.Apply(model);
        People(model);
        Plumbing(model);
        ImportTables.Apply(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.FindPrimaryKey()?.Properties ?? []) key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType)) model.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            if (typeof(IBelongToPartnership).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).HasOne(typeof(Partnership)).WithMany().HasForeignKey(nameof(IBelongToPartnership.PartnershipId)).OnDelete(DeleteBehavior.Restrict);
        }
    }

    private static void Standing(ModelBuilder model)
    {
        model.Entity<Body>().HasIndex(b => new { b.PartnershipId, b.Code }).IsUnique();
        model.Entity<Meeting>().HasIndex(m => new { m.BodyId, m.Day });
        References<Meeting, Body>(model, nameof(Meeting.BodyId));
        References<ReportingLine, Body>(model, nameof(ReportingLine.FromId));
        References<ReportingLine, Body>(model, nameof(ReportingLine.ToId));

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
        References<LevelRequirement, JobRole>(model, nameof(LevelRequirement.JobRoleId));
        model.Entity<JobRole>().HasIndex(r => new { r.PartnershipId, r.Code }).IsUnique();
        model.Entity<Strand>().HasIndex(s => new { s.PartnershipId, s.Code }).IsUnique();

        model.Entity<Agency>().HasIndex(a => new { a.PartnershipId, a.Name }).IsUnique();
        References<Agency, Phase>(model, nameof(Agency.PhaseId));
        References<TrainingStrategy, Agency>(model, nameof(TrainingStrategy.AgencyId));
        References<CommitmentSignature, Agency>(model, nameof(CommitmentSignature.AgencyId));
        model.Entity<TrainingCommitment>().HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
        model.Entity<TrainingCommitment>().Property(c => c.Text).HasMaxLength(4000);
        model.Entity<Partnership>().Property(p => p.Resolution).HasMaxLength(2000);
        model.Entity<CommitmentSignature>().Property(s => s.Undertaking).HasMaxLength(4000);

        model.Entity<Standard>(standard =>
        {
            standard.HasIndex(s => new { s.PartnershipId, s.Code, s.Number }).IsUnique();
            foreach (var text in new[] { nameof(Standard.Wording), nameof(Standard.Rule), nameof(Standard.Guidance), nameof(Standard.ClearedBy), nameof(Standard.SourceTitle), nameof(Standard.SourceUrl) })
                standard.Property(text).HasMaxLength(2000);
        });
        // At most one standing row, and one open flag, for each agency, standard and level: two evaluations at once cannot double them.
        model.Entity<StandardResult>(result =>
        {
            result.HasIndex(r => new { r.PartnershipId, r.AgencyId, r.StandardCode, r.Level, r.From });
            result.HasIndex(r => new { r.PartnershipId, r.Until });
            result.HasIndex(r => new { r.AgencyId, r.StandardCode, r.Level }).IsUnique().HasFilter("\"Until\" IS NULL");
        });
        References<StandardResult, Agency>(model, nameof(StandardResult.AgencyId));
        References<StandardResult, Standard>(model, nameof(StandardResult.StandardId));
        model.Entity<Evaluation>().HasIndex(e => new { e.PartnershipId, e.AsAt });
        model.Entity<Flag>(flag =>
        {
            flag.HasIndex(f => new { f.PartnershipId, f.Reference }).IsUnique();
            flag.HasIndex(f => new { f.AgencyId, f.StandardCode, f.Level }).IsUnique().HasFilter("\"ClosedOn\" IS NULL").HasDatabaseName("IX_Flags_Open");
            flag.Property(f => f.ClosedBecause).HasMaxLength(1000);
        });
        References<Flag, Agency>(model, nameof(Flag.AgencyId));
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<PortalUser>().ToTable("Users");
        model.Entity<IdentityUserToken<Id<User>>>().Property(t => t.Value).HasMaxLength(UnlimitedText);
        model.Entity<OneTimeLink>().HasIndex(l => l.Hash).IsUnique();
        References<OneTimeLink, PortalUser>(model, nameof(OneTimeLink.UserId));
        References<UserSession, PortalUser>(model, nameof(UserSession.UserId));
        References<UserSession, Membership>(model, nameof(UserSession.MembershipId));
        References<Membership, PortalUser>(model, nameof(Membership.UserId));
        References<Membership, Agency>(model, nameof(Membership.AgencyId));
        References<Membership, Body>(model, nameof(Membership.BodyId));
        References<Membership, StaffMember>(model, nameof(Membership.StaffId));
        model.Entity<Membership>().HasIndex(m => new { m.AgencyId, m.Role });

        model.Entity<StaffMember>().HasIndex(s => new { s.PartnershipId, s.Email }).IsUnique();
        model.Entity<StaffMember>().HasIndex(s => new { s.PartnershipId, s.Name });
        model.Entity<RosterVersion>().HasKey(v => v.PartnershipId);
        References<RosterVersion, Partnership>(model, nameof(RosterVersion.PartnershipId));
        model.Entity<JobTitle>().HasIndex(t => new { t.AgencyId, t.Title }).IsUnique();
        References<JobTitle, Agency>(model, nameof(JobTitle.AgencyId));
        References<JobTitle, JobRole>(model, nameof(JobTitle.JobRoleId));
        model.Entity<Post>(post =>
        {
            post.HasIndex(p => new { p.AgencyId, p.StaffId });
            post.HasIndex(p => new { p.AgencyId, p.EmployeeNumber });
            // Covers the question "who is in post, and in which jobs?", already in the order of people at agencies.
            post.HasIndex(p => new { p.PartnershipId, p.AgencyId, p.StaffId, p.LeftOn, p.StartedOn, p.JobTitleId }).HasDatabaseName("IX_Posts_InPost");
        });
        References<Post, Agency>(model, nameof(Post.AgencyId));
        References<Post, StaffMember>(model, nameof(Post.StaffId));
        References<Post, JobTitle>(model, nameof(Post.JobTitleId));
        References<Post, StaffMember>(model, nameof(Post.ManagerId));
        // One question at a time about one person and one agency, however often it is asked.
        model.Entity<PostRequest>().HasIndex(r => new { r.AgencyId, r.StaffId }).IsUnique().HasFilter("\"State\" = 'Waiting'");
        model.Entity<PostRequest>().HasIndex(r => r.LinkHash).IsUnique();
        References<PostRequest, Agency>(model, nameof(PostRequest.AgencyId));
        References<PostRequest, StaffMember>(model, nameof(PostRequest.StaffId));
        References<PostRequest, StaffMember>(model, nameof(PostRequest.ManagerId));
        References<PostRequest, JobTitle>(model, nameof(PostRequest.JobTitleId));
        References<PostRequest, Import>(model, nameof(PostRequest.ImportId));
        References<TrainingRecord, Agency>(model, nameof(TrainingRecord.AgencyId));
        model.Entity<TrainingRecord>(record =>
        {
            // Covers the question "is this level in date?" without touching the row.
            record.HasIndex(r => new { r.StaffId, r.State, r.LevelNumber, r.AchievedOn, r.EndsOn });
            record.Property(r => r.Reason).HasMaxLength(1000);
        });
        References<TrainingRecord, StaffMember>(model, nameof(TrainingRecord.StaffId));
        References<TrainingRecord, StoredFile>(model, nameof(TrainingRecord.EvidenceId));
        References<TrainingRecord, TrainingRecord>(model, nameof(TrainingRecord.CorrectsId));
        References<TrainingStrategy, StoredFile>(model, nameof(TrainingStrategy.FileId));
    }

    private static void Plumbing(ModelBuilder model)
    {
        model.Entity<StoredFile>().HasIndex(f => f.Hash);
        References<StoredFile, Agency>(model, nameof(StoredFile.AgencyId));
        model.Entity<FileChunk>().HasKey(c => new { c.Hash, c.Number });
        model.Entity<ProtectionKey>(key =>
        {
            key.HasKey(k => k.Name);
            key.Property(k => k.Xml).HasMaxLength(8000);
        });
        model.Entity<OutboxMail>(mail =>
        {
            mail.HasIndex(m => new { m.PartnershipId, m.Key }).IsUnique();
            mail.HasIndex(m => new { m.State, m.NextAttemptAt });
            mail.Property(m => m.Key).HasMaxLength(400);
            mail.Property(m => m.Html).HasMaxLength(UnlimitedText);
            mail.Property(m => m.Text).HasMaxLength(UnlimitedText);
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
            change.Property(c => c.Old).HasMaxLength(UnlimitedText);
            change.Property(c => c.New).HasMaxLength(UnlimitedText);
        });
        model.Entity<JobRun>().HasIndex(r => new { r.Job, r.StartedAt });
        model.Entity<JobRun>().Property(r => r.Summary).HasMaxLength(2000);
        model.Entity<JobHeartbeat>().HasKey(h => h.Job);
        model.Entity<BelievedClock>();
    }

    internal static void References<TFrom, TTo>(ModelBuilder model, string key) where TFrom : class where TTo : class =>
        model.Entity<TFrom>().HasOne(typeof(TTo)).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
