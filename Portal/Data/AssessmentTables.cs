using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>How cycles, returns and the funding ledger become tables.</summary>
internal static class AssessmentTables
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Cycle>(cycle =>
        {
            cycle.HasIndex(c => new { c.PartnershipId, c.PhaseId, c.OpensOn });
            cycle.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CycleId);
        });
        Mapping.References<Cycle, Phase>(model, nameof(Cycle.PhaseId));
        Mapping.References<Cycle, Framework>(model, nameof(Cycle.FrameworkId));
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
        Mapping.References<AgencyReturn, Cycle>(model, nameof(AgencyReturn.CycleId));
        Mapping.References<AgencyReturn, Agency>(model, nameof(AgencyReturn.AgencyId));
        model.Entity<ReturnEvent>().ToTable("ReturnEvents").Property(e => e.Note).HasMaxLength(ReviewComment.Longest);
        Parts(model);
        Ledger(model);
    }

    private static void Parts(ModelBuilder model)
    {
        PartOf<GapLine>(model, nameof(GapLine.ReturnId));
        Mapping.References<GapLine, JobRole>(model, nameof(GapLine.JobRoleId));
        model.Entity<GapLine>().Property(l => l.StatedReason).HasMaxLength(1000);
        PartOf<ReturnAnswer>(model, nameof(ReturnAnswer.ReturnId));
        Mapping.References<ReturnAnswer, CycleQuestion>(model, nameof(ReturnAnswer.QuestionId));
        Mapping.References<ReturnAnswer, StoredFile>(model, nameof(ReturnAnswer.EvidenceId));
        model.Entity<ReturnAnswer>(answer =>
        {
            answer.HasIndex(a => new { a.ReturnId, a.QuestionId }).IsUnique();
            answer.Property(a => a.Words).HasMaxLength(ReturnAnswer.LongestWords);
        });
        PartOf<GapAction>(model, nameof(GapAction.ReturnId));
        model.Entity<GapAction>().Property(a => a.What).HasMaxLength(500);
        model.Entity<GapAction>().HasMany(a => a.Gaps).WithOne().HasForeignKey(g => g.ActionId);
        model.Entity<GapActionLine>().ToTable("GapActionLines").HasKey(l => new { l.ActionId, l.LineId });
        model.Entity<GapActionLine>().HasOne<GapLine>().WithMany().HasForeignKey(l => l.LineId).OnDelete(DeleteBehavior.Cascade);
        PartOf<CostLine>(model, nameof(CostLine.ReturnId));
        model.Entity<CostLine>().Property(c => c.Quantity).HasPrecision(9, 2);
        model.Entity<CostLine>().HasOne<GapAction>().WithMany().HasForeignKey(c => c.ActionId).OnDelete(DeleteBehavior.Cascade);
        PartOf<ReturnShare>(model, nameof(ReturnShare.ReturnId));
        Mapping.References<ReturnShare, PortalUser>(model, nameof(ReturnShare.UserId));
        model.Entity<ReturnShare>().HasIndex(s => new { s.ReturnId, s.UserId, s.Section }).IsUnique();
        PartOf<ReviewComment>(model, nameof(ReviewComment.ReturnId));
        model.Entity<ReviewComment>().Property(c => c.Text).HasMaxLength(ReviewComment.Longest);
    }

    private static void Ledger(ModelBuilder model)
    {
        Mapping.References<FundingCommitment, FundingSource>(model, nameof(FundingCommitment.SourceId));
        Mapping.References<FundingCommitment, Agency>(model, nameof(FundingCommitment.AgencyId));
        Mapping.References<FundingSource, ContributionRequest>(model, nameof(FundingSource.RequestId));
        model.Entity<ContributionRequest>().Property(r => r.Note).HasMaxLength(1000);
        model.Entity<FundingCommitment>().Property(c => c.What).HasMaxLength(500);
    }

    private static void PartOf<TPart>(ModelBuilder model, string key) where TPart : class
    {
        model.Entity<TPart>().HasIndex(key);
        Mapping.References<TPart, AgencyReturn>(model, key);
    }
}
