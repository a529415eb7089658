using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Closing;

/// <summary>
/// What ended when an agency closed or merged, as the audit has it of that save: a job that somebody left on the same day by another
/// door is not among it.
/// </summary>
public sealed class WhatClosed(PortalDb db)
{
    /// <param name="Posts">Jobs at the agency that ended with it.</param>
    /// <param name="Given">Jobs that began at the other agency in the merger.</param>
    /// <param name="Roles">Roles at the agency that ended with it, each with the end that it had before.</param>
    public sealed record Found(
        IReadOnlyList<Id<Post>> Posts, IReadOnlyList<Id<Post>> Given, IReadOnlyDictionary<Id<Membership>, DateOnly?> Roles);

    public async Task<Found> RunAsync(Viewer viewer, Agency agency, CancellationToken cancel)
    {
        var closing = await (
            from entry in db.AuditEntries.OfPartnership(viewer)
            where entry.PartOf == null && db.AuditChanges.Any(c => c.EntryId == entry.Id && c.EntityId == agency.Id.Value
                && c.Field == nameof(Agency.ClosedOn) && c.New != null)
            orderby entry.At descending, entry.Id descending
            select entry.Id).Take(1).ToListAsync(cancel);
        var changes = await db.AuditChanges.AsNoTracking().Where(c => closing.Contains(c.EntryId)).ToListAsync(cancel);
        IEnumerable<Id<Post>> Posts(string field, string? became = null) => changes
            .Where(c => c is { Entity: nameof(Post), New: not null } && c.Field == field && (became is null || c.New == became))
            .Select(c => new Id<Post>(c.EntityId));
        return new(
            [.. Posts(nameof(Post.LeftOn))],
            agency.MergedIntoId is { } other ? [.. Posts(nameof(Post.AgencyId), $"{other}")] : [],
            changes.Where(c => c is { Entity: nameof(Membership), Field: nameof(Membership.Until) }).ToDictionary(
                c => new Id<Membership>(c.EntityId), c => c.Old is { } old ? DateOnly.ParseExact(old, "O") : (DateOnly?)null));
    }
}
