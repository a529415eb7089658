using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// What an edition says of commissioning, as at the end of the cut-off day: dates as standard S12 counts them, requests that waited for a
/// decision, and conditions still to be met. Null while there was nothing of any of them.
/// </summary>
public sealed class CommissioningFigures(PortalDb db, CommissionedDates dates, TermsOfPartnership terms)
{
    public async Task<EditionCommissioning?> RunAsync(Viewer viewer, CutOff cutOff, CancellationToken cancel)
    {
        var begun = cutOff.Agencies.Where(a => a.HasBegun).ToDictionary(a => a.Agency.Id, a => a.Agency.Name);
        var counted = (await dates.RunAsync(new(viewer.PartnershipId, cutOff.Framework, cutOff.Day), cancel))
            .Where(d => begun.ContainsKey(d.Agency)).ToList();
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.ShortName).SingleAsync(cancel);
        var names = await db.Agencies.OfPartnership(viewer).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        string Asking(Id<Agency>? agency) => agency is { } own ? names[own] : partnership;
        var (waiting, conditions) = (await WaitingAsync(viewer, cutOff.Day, Asking, cancel),
            await ConditionsAsync(viewer, cutOff.Day, Asking, cancel));
        return counted.Count + waiting.Count + conditions.Count == 0 ? null : new(
            counted.Count, counted.Count(d => d.IsFirst),
            ByCourse(counted.Where(d => !d.Follows)), waiting, conditions, ByCourse(counted.Where(d => d.IsUrgent)));

        IReadOnlyList<NotApprovedFirst> ByCourse(IEnumerable<CommissionedDates.Row> rows) =>
            [.. rows.GroupBy(d => (Agency: begun[d.Agency], Course: $"{d.Code} {d.Title}"))
                .OrderBy(g => g.Key.Agency, StringComparer.Ordinal).ThenBy(g => g.Key.Course, StringComparer.Ordinal)
                .Select(g => new NotApprovedFirst(g.Key.Agency, g.Key.Course, g.Count(), g.Min(d => d.Day)))];
    }

    private async Task<IReadOnlyList<RequestWaiting>> WaitingAsync(
        Viewer viewer, DateOnly day, Func<Id<Agency>?, string> asking, CancellationToken cancel)
    {
        var end = UkClock.StartOf(day.AddDays(1));
        var sent = await db.CommissioningRequests.AsNoTracking().AsSplitQuery().OfPartnership(viewer)
            .Where(r => r.Events.Any(e => e.Step == RequestStep.Submitted && e.At < end)
                && (r.State == RequestState.Submitted || r.Events.Any(e => e.At >= end)))
            .Include(r => r.Events).Include(r => r.Costs).OrderBy(r => r.Number).ToListAsync(cancel);
        var agreed = await terms.RunAsync(viewer, cancel);
        return [.. from request in sent
                   let since = request.WaitedSince(day)
                   where since is not null
                   orderby since
                   select new RequestWaiting(request.Reference, request.Title, asking(request.AgencyId), request.Asked,
                       request.Route.Words(), since.Value, request.DecideBy(agreed, day)!.Value)];
    }

    private async Task<IReadOnlyList<ConditionUnmet>> ConditionsAsync(
        Viewer viewer, DateOnly day, Func<Id<Agency>?, string> asking, CancellationToken cancel)
    {
        var end = UkClock.StartOf(day.AddDays(1));
        var unmet = await db.CommissioningRequests.OfPartnership(viewer).NotCancelledBy(db, day).Where(r => r.Decision!.At < end)
            .SelectMany(r => r.Conditions.Where(c => c.MetOn == null || c.MetOn > day),
                (r, c) => new { r.Number, r.Title, r.AgencyId, c.What, c.Owner, c.DueOn })
            .OrderBy(c => c.DueOn).ThenBy(c => c.Number).ToListAsync(cancel);
        return [.. unmet.Select(c => new ConditionUnmet(
            CommissioningRequest.ReferenceOf(c.Number), c.Title, asking(c.AgencyId), c.What, c.Owner, c.DueOn))];
    }
}
