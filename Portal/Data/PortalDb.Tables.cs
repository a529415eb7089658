using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.Files;
using Portal.Data.Jobs;
using Portal.Data.Outbox;

namespace Portal.Data;

/// <summary>What is kept: one table a line, in the order of the rooms.</summary>
public abstract partial class PortalDb
{
    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<ReportingLine> ReportingLines => Set<ReportingLine>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<Strand> Strands => Set<Strand>();
    public DbSet<JobRole> JobRoles => Set<JobRole>();
    public DbSet<Phase> Phases => Set<Phase>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<TrainingStrategy> TrainingStrategies => Set<TrainingStrategy>();
    public DbSet<TrainingCommitment> TrainingCommitments => Set<TrainingCommitment>();
    public DbSet<CommitmentSignature> CommitmentSignatures => Set<CommitmentSignature>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostRequest> PostRequests => Set<PostRequest>();
    public DbSet<JobTitle> JobTitles => Set<JobTitle>();
    public DbSet<TrainingRecord> TrainingRecords => Set<TrainingRecord>();
    public DbSet<RosterVersion> RosterVersions => Set<RosterVersion>();
    public DbSet<Standard> Standards => Set<Standard>();
    public DbSet<StandardResult> StandardResults => Set<StandardResult>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<EditionRecipient> EditionRecipients => Set<EditionRecipient>();
    public DbSet<Cycle> Cycles => Set<Cycle>();
    public DbSet<DefaultQuestion> DefaultQuestions => Set<DefaultQuestion>();
    public DbSet<UsualPrice> UsualPrices => Set<UsualPrice>();
    public DbSet<AgencyReturn> Returns => Set<AgencyReturn>();
    public DbSet<GapLine> GapLines => Set<GapLine>();
    public DbSet<ReturnAnswer> ReturnAnswers => Set<ReturnAnswer>();
    public DbSet<GapAction> GapActions => Set<GapAction>();
    public DbSet<CostLine> CostLines => Set<CostLine>();
    public DbSet<ReturnShare> ReturnShares => Set<ReturnShare>();
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();
    public DbSet<FundingSource> FundingSources => Set<FundingSource>();
    public DbSet<FundingCommitment> FundingCommitments => Set<FundingCommitment>();
    public DbSet<ContributionRequest> ContributionRequests => Set<ContributionRequest>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportColumn> ImportColumns => Set<ImportColumn>();
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();
    public DbSet<ImportTerm> ImportTerms => Set<ImportTerm>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<CourseLevel> CourseLevels => Set<CourseLevel>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileChunk> FileChunks => Set<FileChunk>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditChange> AuditChanges => Set<AuditChange>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobHeartbeat> JobHeartbeats => Set<JobHeartbeat>();
    public DbSet<BelievedClock> BelievedClocks => Set<BelievedClock>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
}
