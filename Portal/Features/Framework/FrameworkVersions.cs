using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>The versions of the framework that the partnership uses: what is in force, what is to come, and the draft.</summary>
public sealed class FrameworkVersions(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Domain.Framework> Id, int Number, string Title, DateOnly? From, DateOnly? Until, VersionPlace Place);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var versions = await (
            from partnership in db.Partnerships
            join framework in db.Frameworks on new
            {
                partnership.Id, Code = partnership.FrameworkCode
            } equals new { Id = framework.PartnershipId, framework.Code }
            where partnership.Id == viewer.PartnershipId
            orderby framework.Number descending
            select new { framework.Id, framework.Number, framework.Title, framework.EffectiveFrom }).ToListAsync(cancel);
        return [.. versions.Select(v => new Row(
            v.Id, v.Number, v.Title, v.EffectiveFrom, Next(v.EffectiveFrom),
            VersionPlaces.Of(v.EffectiveFrom is null, v.EffectiveFrom, Next(v.EffectiveFrom), clock.Today)))];

        DateOnly? Next(DateOnly? from) => from is null ? null : versions.Where(v => v.EffectiveFrom > from).Min(v => v.EffectiveFrom);
    }
}
