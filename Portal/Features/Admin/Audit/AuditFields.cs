using System.Reflection;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Admin.Audit;

/// <summary>What the kinds of row and their fields are called by people, which of them say nothing to people, and in which order.</summary>
public static class AuditFields
{
    /// <summary>
    /// What the portal keeps for itself: copies for searching, counters, and whose partnership a row is. A file of the audit has them.
    /// </summary>
    public static readonly IReadOnlyList<string> Technical =
    [
        nameof(PortalUser.NormalizedEmail), nameof(PortalUser.NormalizedUserName), nameof(PortalUser.UserName),
        nameof(PortalUser.AccessFailedCount), nameof(PortalUser.LockoutEnabled), nameof(PortalUser.PhoneNumberConfirmed),
        nameof(PortalUser.ActedAs), nameof(IBelongToPartnership.PartnershipId), "LinkHash", nameof(Edition.Hash), "LoginProvider",
    ];

    private static readonly Dictionary<string, string> Called = new(StringComparer.Ordinal)
    {
        [nameof(PortalUser)] = "Person who signs in",
        ["IdentityUserToken`1"] = "Second factor",
        [nameof(AgencyReturn)] = "Return",
        [nameof(GapLine)] = "Line of a return",
        [nameof(PortalUser.TwoFactorEnabled)] = "Second factor is on",
        [nameof(PortalUser.EmailConfirmed)] = "Email is confirmed",
        [nameof(PortalUser.LockoutEnd)] = "Locked until",
        [nameof(Membership.Until)] = "No longer from",
        [nameof(Post.LeftOn)] = "No longer in the job from",
        [nameof(Agency.MergedIntoId)] = "Now part of",
    };

    private static readonly Dictionary<string, Type> Kinds = typeof(AuditFields).Assembly.GetTypes()
        .Where(t => t is { IsPublic: true, IsClass: true } && t.Namespace is "Portal.Domain" or "Portal.Data")
        .GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Orders = Kinds.ToDictionary(
        k => k.Key, k => k.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(p => p.DeclaringType == k.Value).ThenBy(p => p.MetadataToken).Select(p => p.Name).ToArray(), StringComparer.Ordinal);

    /// <summary>A kind of row or a field in words: "Email", "Left on", "Now part of".</summary>
    public static string Words(string name) => Called.GetValueOrDefault(name) ?? name.Spoken();

    /// <summary>Where a field stands among those of its row: as the kind of row is written down, the same each time.</summary>
    public static int Place(string kind, string field) =>
        Orders.GetValueOrDefault(kind) is { } order && Array.IndexOf(order, field) is >= 0 and var place ? place : int.MaxValue;

    /// <summary>Whether what a field holds is one of a few choices.</summary>
    public static bool IsChoice(string kind, string field) =>
        Kinds.GetValueOrDefault(kind)?.GetProperty(field)?.PropertyType is { } type && (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
}
