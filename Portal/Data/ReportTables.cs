using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>How editions and their recipients become tables.</summary>
internal static class ReportTables
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Edition>(edition =>
        {
            edition.HasIndex(e => new { e.BodyId, e.Number, e.Revision }).IsUnique();
            edition.HasIndex(e => new { e.MeetingId, e.Revision }).IsUnique();
            edition.Property(e => e.Content).HasMaxLength(Mapping.UnlimitedText);
            edition.Property(e => e.Commentary).HasMaxLength(4000);
            edition.Property(e => e.ChangeNote).HasMaxLength(1000);
        });
        Mapping.References<Edition, Body>(model, nameof(Edition.BodyId));
        Mapping.References<Edition, Meeting>(model, nameof(Edition.MeetingId));
        model.Entity<EditionRecipient>().HasIndex(r => new { r.EditionId, r.UserId }).IsUnique();
        Mapping.References<EditionRecipient, Edition>(model, nameof(EditionRecipient.EditionId));
        Mapping.References<EditionRecipient, PortalUser>(model, nameof(EditionRecipient.UserId));
    }
}
