using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Data;

/// <summary>What the tables of every room have in common.</summary>
internal static class ModelBuilderExtensions
{
    /// <summary>Tells both databases not to limit a text.</summary>
    internal const int UnlimitedText = -1;

    /// <summary>A key of another table, whose row cannot be deleted while this one names it.</summary>
    internal static void References<TFrom, TTo>(this ModelBuilder model, string key) where TFrom : class where TTo : class =>
        model.Entity<TFrom>().HasOne(typeof(TTo)).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    /// <summary>Keys are made by us, versions guard against two saves at once, and every row of a partnership refers to it.</summary>
    internal static void ApplyHouseRules(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.FindPrimaryKey()?.Properties ?? []) key.ValueGenerated = ValueGenerated.Never;
            // Only of our own: a table of Identity's that is named here would no longer be left out where it is not wanted.
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            if (typeof(IBelongToPartnership).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).HasOne(typeof(Partnership)).WithMany()
                    .HasForeignKey(nameof(IBelongToPartnership.PartnershipId)).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
