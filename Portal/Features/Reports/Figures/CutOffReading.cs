using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// How the partnership stood at the end of a day, read from the history of results; refused where no framework was in force.
/// </summary>
public sealed class CutOffReading(PortalDb db)
{
    public async Task<CutOff> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, day, cancel)
            ?? throw new Refused("No framework was in force on that day");
        var versions = await db.Standards.AsNoTracking().OfPartnership(viewer).Where(s => s.EffectiveFrom <= day).ToListAsync(cancel);
        var agencies = await db.Agencies.AsNoTracking().OfPartnership(viewer).OpenOn(day)
            .Join(db.Phases, a => a.PhaseId, p => p.Id, (a, p) => new CutOff.InScope(a, p.Number, p.StartsOn <= day)).ToListAsync(cancel);
        var results = await db.StandardResults.AsNoTracking().OfPartnership(viewer).StandingOn(day)
            .Select(r => new CutOff.Result(r.AgencyId, r.StandardCode, r.Level, r.Outcome, r.Numerator, r.Denominator, r.Note))
            .ToListAsync(cancel);
        var flags = await db.Flags.AsNoTracking().OfPartnership(viewer).OpenOn(day).ToListAsync(cancel);
        var standards = versions.GroupBy(s => s.Code).Select(g => g.MaxBy(s => s.Number)!).OrderBy(s => s.Code, StringComparer.Ordinal)
            .ToList();
        return new(day, framework, standards, agencies, results, flags);
    }
}
