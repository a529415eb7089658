using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Returns: what agencies returned, and its review.
public abstract partial class PortalDb
{
    public DbSet<UsualPrice> UsualPrices => Set<UsualPrice>();
    public DbSet<AgencyReturn> Returns => Set<AgencyReturn>();
    public DbSet<GapLine> GapLines => Set<GapLine>();
    public DbSet<ReturnAnswer> ReturnAnswers => Set<ReturnAnswer>();
    public DbSet<GapAction> GapActions => Set<GapAction>();
    public DbSet<CostLine> CostLines => Set<CostLine>();
    public DbSet<ReturnShare> ReturnShares => Set<ReturnShare>();
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    private static void MapReturns(ModelBuilder model)
    {
        model.Entity<UsualPrice>().HasIndex(p => new { p.PartnershipId, p.Kind }).IsUnique();
        model.Entity<AgencyReturn>(agencyReturn =>
        {
            agencyReturn.HasIndex(a => new { a.CycleId, a.AgencyId, a.Number }).IsUnique();
            agencyReturn.HasIndex(a => new { a.AgencyId, a.SentAt });
            agencyReturn.HasMany(a => a.Events).WithOne().HasForeignKey(e => e.ReturnId);
            agencyReturn.Property(a => a.ChangeNote).HasMaxLength(ReviewComment.Longest);
            agencyReturn.Property(a => a.ExtensionReason).HasMaxLength(1000);
            agencyReturn.ComplexProperty(a => a.Sent);
        });
        model.References<AgencyReturn, Cycle>(nameof(AgencyReturn.CycleId));
        model.References<AgencyReturn, Agency>(nameof(AgencyReturn.AgencyId));
        model.Entity<ReturnEvent>().ToTable("ReturnEvents").Property(e => e.Note).HasMaxLength(ReviewComment.Longest);
        PartOfReturn<GapLine>(model, nameof(GapLine.ReturnId));
        model.References<GapLine, JobRole>(nameof(GapLine.JobRoleId));
        model.Entity<GapLine>().Property(l => l.StatedReason).HasMaxLength(1000);
        PartOfReturn<ReturnAnswer>(model, nameof(ReturnAnswer.ReturnId));
        model.References<ReturnAnswer, CycleQuestion>(nameof(ReturnAnswer.QuestionId));
        model.References<ReturnAnswer, StoredFile>(nameof(ReturnAnswer.EvidenceId));
        model.Entity<ReturnAnswer>(answer =>
        {
            answer.HasIndex(a => new { a.ReturnId, a.QuestionId }).IsUnique();
            answer.Property(a => a.Words).HasMaxLength(ReturnAnswer.LongestWords);
        });
        PartOfReturn<GapAction>(model, nameof(GapAction.ReturnId));
        model.Entity<GapAction>().Property(a => a.What).HasMaxLength(500);
        model.Entity<GapAction>().HasMany(a => a.Gaps).WithOne().HasForeignKey(g => g.ActionId);
        model.Entity<GapActionLine>().ToTable("GapActionLines").HasKey(l => new { l.ActionId, l.LineId });
        model.Entity<GapActionLine>().HasOne<GapLine>().WithMany().HasForeignKey(l => l.LineId).OnDelete(DeleteBehavior.Cascade);
        PartOfReturn<CostLine>(model, nameof(CostLine.ReturnId));
        model.Entity<CostLine>().Property(c => c.Quantity).HasPrecision(9, 2);
        model.Entity<CostLine>().HasOne<GapAction>().WithMany().HasForeignKey(c => c.ActionId).OnDelete(DeleteBehavior.Cascade);
        PartOfReturn<ReturnShare>(model, nameof(ReturnShare.ReturnId));
        model.References<ReturnShare, PortalUser>(nameof(ReturnShare.UserId));
        model.Entity<ReturnShare>().HasIndex(s => new { s.ReturnId, s.UserId, s.Section }).IsUnique();
        PartOfReturn<ReviewComment>(model, nameof(ReviewComment.ReturnId));
        model.Entity<ReviewComment>().Property(c => c.Text).HasMaxLength(ReviewComment.Longest);
    }

    private static void PartOfReturn<TPart>(ModelBuilder model, string key) where TPart : class
    {
        model.Entity<TPart>().HasIndex(key);
        model.References<TPart, AgencyReturn>(key);
    }
}
