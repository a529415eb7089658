using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Commissioning: what is asked for, by what it is held, what was decided, and what was ordered.
public abstract partial class PortalDb
{
    public DbSet<CommissioningTerms> CommissioningTerms => Set<CommissioningTerms>();
    public DbSet<CommissioningRequest> CommissioningRequests => Set<CommissioningRequest>();
    public DbSet<Clause> Clauses => Set<Clause>();
    public DbSet<ClauseFinding> ClauseFindings => Set<ClauseFinding>();
    public DbSet<TrainingOrder> TrainingOrders => Set<TrainingOrder>();
    public DbSet<DemandScenario> DemandScenarios => Set<DemandScenario>();
    public DbSet<SchoolTerm> SchoolTerms => Set<SchoolTerm>();
    public DbSet<TrainingPlan> TrainingPlans => Set<TrainingPlan>();
    public DbSet<KeptBackTest> KeptBackTests => Set<KeptBackTest>();

    private static void MapCommissioning(ModelBuilder model)
    {
        // Rows of partnerships that had set terms before these were thought of.
        model.Entity<CommissioningTerms>().Property(t => t.AppealWorkingDays).HasDefaultValue(10);
        model.Entity<CommissioningTerms>().Property(t => t.UrgentDays).HasDefaultValue(10);
        model.Entity<CommissioningTerms>().HasIndex(t => t.PartnershipId).IsUnique();
        model.Entity<CommissioningRequest>(request =>
        {
            request.HasIndex(r => new { r.PartnershipId, r.Number }).IsUnique();
            request.HasIndex(r => new { r.PartnershipId, r.State });
            request.Property(r => r.Title).HasMaxLength(150);
            foreach (var text in new[] { nameof(CommissioningRequest.Why), nameof(CommissioningRequest.ChangeNote) })
                request.Property(text).HasMaxLength(CommissioningRequest.LongestText);
            foreach (var codes in new[] { nameof(CommissioningRequest.Competencies), nameof(CommissioningRequest.Audience) })
                request.Property(codes).HasMaxLength(1000);
            request.HasMany(r => r.Costs).WithOne().HasForeignKey(c => c.RequestId);
            request.HasMany(r => r.Statements).WithOne().HasForeignKey(s => s.RequestId);
            request.HasMany(r => r.Parties).WithOne().HasForeignKey(p => p.RequestId);
            request.HasMany(r => r.Conditions).WithOne().HasForeignKey(c => c.RequestId);
            request.HasMany(r => r.Helpers).WithOne().HasForeignKey(h => h.RequestId);
            request.HasMany(r => r.Events).WithOne().HasForeignKey(e => e.RequestId);
            request.Property(r => r.Urgency).HasMaxLength(1000);
            request.HasOne(r => r.Appeal).WithOne().HasForeignKey<RequestAppeal>(a => a.RequestId);
            request.HasOne(r => r.Decision).WithOne().HasForeignKey<DecisionTaken>(d => d.RequestId);
        });
        model.References<CommissioningRequest, Agency>(nameof(CommissioningRequest.AgencyId));
        model.References<CommissioningRequest, Course>(nameof(CommissioningRequest.CourseId));
        model.References<CommissioningRequest, Provider>(nameof(CommissioningRequest.ProviderId));
        model.Entity<RequestCost>().ToTable("RequestCosts").Property(c => c.Quantity).HasPrecision(9, 2);
        model.Entity<RequestStatement>().ToTable("RequestStatements").HasKey(s => new { s.RequestId, s.ClauseCode });
        model.Entity<RequestStatement>().Property(s => s.Text).HasMaxLength(RequestStatement.Longest);
        model.Entity<RequestParty>().ToTable("RequestParties").HasKey(p => new { p.RequestId, p.AgencyId });
        model.References<RequestParty, Agency>(nameof(RequestParty.AgencyId));
        model.Entity<RequestHelper>().ToTable("RequestHelpers").HasIndex(h => new { h.RequestId, h.UserId, h.Part }).IsUnique();
        model.References<RequestHelper, PortalUser>(nameof(RequestHelper.UserId));
        model.Entity<RequestCondition>().ToTable("RequestConditions").Property(c => c.What).HasMaxLength(1000);
        model.Entity<RequestCondition>().Property(c => c.Evidence).HasMaxLength(1000);
        model.Entity<RequestEvent>().ToTable("RequestEvents").Property(e => e.Note).HasMaxLength(CommissioningRequest.LongestText);
        model.Entity<DecisionTaken>(decision =>
        {
            decision.ToTable("RequestDecisions").HasKey(d => d.RequestId);
            decision.Property(d => d.Note).HasMaxLength(CommissioningRequest.LongestText);
            decision.Property(d => d.Interests).HasMaxLength(1000);
        });
        model.Entity<RequestAppeal>(appeal =>
        {
            appeal.ToTable("RequestAppeals").HasKey(a => a.RequestId);
            appeal.Property(a => a.Because).HasMaxLength(CommissioningRequest.LongestText);
            appeal.Property(a => a.Note).HasMaxLength(CommissioningRequest.LongestText);
        });
        model.References<DecisionTaken, Meeting>(nameof(DecisionTaken.MeetingId));
        MapClauses(model);
        MapOrders(model);
        model.Entity<DemandScenario>().HasIndex(s => new { s.PartnershipId, s.Name }).IsUnique();
        model.Entity<SchoolTerm>().HasIndex(t => new { t.PartnershipId, t.From }).IsUnique();
        MapPlans(model);
        model.Entity<KeptBackTest>().HasKey(t => t.PartnershipId);
        model.Entity<KeptBackTest>().Property(t => t.Lines).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
    }

    private static void MapPlans(ModelBuilder model) => model.Entity<TrainingPlan>(plan =>
    {
        plan.HasIndex(p => new { p.PartnershipId, p.Number }).IsUnique();
        plan.HasIndex(p => p.State);
        plan.Property(p => p.Name).HasMaxLength(TrainingPlan.LongestName);
        plan.Property(p => p.Question).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
        plan.Property(p => p.Typed).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
        plan.Property(p => p.Answer).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
    });

    private static void MapClauses(ModelBuilder model)
    {
        model.Entity<Clause>().HasIndex(c => new { c.PartnershipId, c.Code, c.Number }).IsUnique();
        model.Entity<Clause>().Property(c => c.Wording).HasMaxLength(2000);
        model.Entity<Clause>().Property(c => c.Asks).HasMaxLength(500);
        model.Entity<Clause>().Property(c => c.Source).HasMaxLength(500);
        model.Entity<ClauseFinding>().HasIndex(f => new { f.RequestId, f.ClauseCode }).IsUnique();
        model.Entity<ClauseFinding>().Property(f => f.Note).HasMaxLength(ClauseFinding.LongestNote);
        model.References<ClauseFinding, CommissioningRequest>(nameof(ClauseFinding.RequestId));
    }

    private static void MapOrders(ModelBuilder model)
    {
        model.Entity<TrainingOrder>().HasIndex(o => new { o.PartnershipId, o.Number }).IsUnique();
        model.Entity<TrainingOrder>().HasIndex(o => o.RequestId);
        model.Entity<TrainingOrder>().HasIndex(o => o.RequestId, "IX_TrainingOrders_Standing").IsUnique().HasFilter("\"EndedOn\" IS NULL");
        model.Entity<TrainingOrder>().Property(o => o.Terms).HasMaxLength(2000);
        model.Entity<TrainingOrder>().Property(o => o.EndedBecause).HasMaxLength(1000);
        model.References<TrainingOrder, CommissioningRequest>(nameof(TrainingOrder.RequestId));
        model.References<TrainingOrder, Provider>(nameof(TrainingOrder.ProviderId));
        model.References<TrainingOrder, FundingCommitment>(nameof(TrainingOrder.CommitmentId));
        model.Entity<TrainingOrder>().HasMany(o => o.Runs).WithOne().HasForeignKey(r => r.OrderId);
        model.Entity<OrderedRun>().ToTable("OrderedRuns").HasKey(r => new { r.OrderId, r.RunId });
        model.Entity<OrderedRun>().HasIndex(r => r.RunId).IsUnique();
        model.References<OrderedRun, CourseRun>(nameof(OrderedRun.RunId));
    }
}
