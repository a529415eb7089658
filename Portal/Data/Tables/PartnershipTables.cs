using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Partnership: who governs, who may do what, and when they meet.
public abstract partial class PortalDb
{
    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<ReportingLine> ReportingLines => Set<ReportingLine>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Membership> Memberships => Set<Membership>();

    private static void MapPartnership(ModelBuilder model)
    {
        model.Entity<Body>().HasIndex(b => new { b.PartnershipId, b.Code }).IsUnique();
        model.Entity<Meeting>().HasIndex(m => new { m.BodyId, m.Day });
        model.References<Meeting, Body>(nameof(Meeting.BodyId));
        model.References<ReportingLine, Body>(nameof(ReportingLine.FromId));
        model.References<ReportingLine, Body>(nameof(ReportingLine.ToId));
        model.Entity<Partnership>().Property(p => p.Resolution).HasMaxLength(2000);
        model.References<Membership, PortalUser>(nameof(Membership.UserId));
        model.References<Membership, Agency>(nameof(Membership.AgencyId));
        model.References<Membership, Body>(nameof(Membership.BodyId));
        model.References<Membership, Provider>(nameof(Membership.ProviderId));
        model.References<Membership, StaffMember>(nameof(Membership.StaffId));
        model.Entity<Membership>().HasIndex(m => new { m.AgencyId, m.Role });
    }
}
