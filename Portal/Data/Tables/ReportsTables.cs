using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Reports: editions, their steps and who received them.
public abstract partial class PortalDb
{
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<EditionRecipient> EditionRecipients => Set<EditionRecipient>();

    private static void MapReports(ModelBuilder model)
    {
        model.Entity<Edition>(edition =>
        {
            edition.HasIndex(e => new { e.BodyId, e.Number, e.Revision }).IsUnique();
            edition.HasMany(e => e.Events).WithOne().HasForeignKey(e => e.EditionId);
            edition.HasMany(e => e.Decisions).WithOne().HasForeignKey(e => e.EditionId);
            edition.Ignore(e => e.Recommendations);
            edition.HasIndex(e => new { e.MeetingId, e.Revision }).IsUnique();
            edition.Property(e => e.Content).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            edition.Property(e => e.Commentary).HasMaxLength(4000);
            edition.Property(e => e.ChangeNote).HasMaxLength(1000);
        });
        model.Entity<EditionEvent>().ToTable("EditionEvents").Property(e => e.Note).HasMaxLength(1000);
        model.Entity<RecommendationEvent>(decision =>
        {
            decision.ToTable("RecommendationEvents");
            decision.Property(d => d.Before).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
            decision.Property(d => d.Note).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
        });
        model.References<Edition, Body>(nameof(Edition.BodyId));
        model.References<Edition, Meeting>(nameof(Edition.MeetingId));
        model.Entity<EditionRecipient>().HasIndex(r => new { r.EditionId, r.UserId }).IsUnique();
        model.References<EditionRecipient, Edition>(nameof(EditionRecipient.EditionId));
        model.References<EditionRecipient, PortalUser>(nameof(EditionRecipient.UserId));
    }
}
