using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>Which of the flags and missing returns that an edition names have closed after its cut-off day, up to now.</summary>
public sealed class SinceTheCutOff(PortalDb db, UkClock clock)
{
    public async Task<SinceCutOff> RunAsync(Viewer viewer, EditionContent content, CancellationToken cancel)
    {
        var (cutOff, named) = (content.CutOffOn, content.Flags.Select(f => new Id<Flag>(f.FlagId)).ToList());
        var closed = await db.Flags.OfPartnership(viewer).Where(f => named.Contains(f.Id) && f.ClosedOn > cutOff)
            .Select(f => new { f.Id, f.ClosedOn }).ToDictionaryAsync(f => f.Id.Value, f => f.ClosedOn!.Value, cancel);
        return new(
            clock.Today,
            [
                .. from agency in content.Agencies
                   from flag in agency.Flags
                   where closed.ContainsKey(flag.FlagId)
                   select new ClosedSince(agency.AgencyId, flag.FlagId,
                       $"“{flag.ShortName}”{(flag.Level is null ? "" : $", level {flag.Level},")}", closed[flag.FlagId]),
            ],
            await ReturnedAsync(viewer, content.Returns?.Missing ?? [], UkClock.StartOf(cutOff.AddDays(1)), cancel));
    }

    private async Task<IReadOnlyList<ReturnedSince>> ReturnedAsync(
        Viewer viewer, IReadOnlyList<MissingReturn> missing, DateTime since, CancellationToken cancel)
    {
        if (missing.Count == 0) return [];
        var agencies = missing.Select(m => new Id<Agency>(m.AgencyId)).ToList();
        var sent = await db.Returns.OfPartnership(viewer).Where(r => agencies.Contains(r.AgencyId) && r.Number == 1 && r.SentAt >= since)
            .Select(r => new { r.AgencyId, r.DueAt, r.SentAt }).ToListAsync(cancel);
        return
        [
            .. from lacking in missing
               from back in sent
               where back.AgencyId.Value == lacking.AgencyId && UkClock.DayOf(back.DueAt) == lacking.DueOn
               select new ReturnedSince(lacking.AgencyId, lacking.Agency, UkClock.DayOf(back.SentAt!.Value)),
        ];
    }
}
