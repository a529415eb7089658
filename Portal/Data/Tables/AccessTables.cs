using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Forms;

namespace Portal.Data;

// Access: how people sign in.
public abstract partial class PortalDb
{
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<UsedForm> UsedForms => Set<UsedForm>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    private static void MapAccess(ModelBuilder model)
    {
        model.Entity<PortalUser>().ToTable("Users");
        model.Entity<IdentityUserToken<Id<User>>>().Property(t => t.Value).HasMaxLength(ModelBuilderExtensions.UnlimitedText);
        model.Entity<OneTimeLink>().HasIndex(l => l.Hash).IsUnique();
        model.References<OneTimeLink, PortalUser>(nameof(OneTimeLink.UserId));
        model.References<UserSession, PortalUser>(nameof(UserSession.UserId));
        model.References<UserSession, Membership>(nameof(UserSession.MembershipId));
        model.Entity<UsedForm>().Property(f => f.LedTo).HasMaxLength(2000);
        model.Entity<ProtectionKey>(key =>
        {
            key.HasKey(k => k.Name);
            key.Property(k => k.Xml).HasMaxLength(8000);
        });
    }
}
