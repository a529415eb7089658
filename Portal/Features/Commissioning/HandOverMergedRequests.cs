using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>
/// An agency that was merged into another hands it what it asked for, decided or not, and with it the orders. Whoever asks is told.
/// </summary>
public sealed class HandOverMergedRequests(PortalDb db, StepOfRequest steps, UkClock clock)
{
    /// <returns>How many requests were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var merged = db.Agencies.Where(a => a.ClosedOn <= today && a.MergedIntoId != null);
        var left = await (from request in db.CommissioningRequests.AsNoTracking()
                          where request.State != RequestState.Withdrawn
                          from agency in merged
                          where request.AgencyId == agency.Id || request.Parties.Any(p => p.AgencyId == agency.Id)
                          join other in db.Agencies on agency.MergedIntoId equals (Id<Agency>?)other.Id
                          orderby request.Id, agency.Id
                          select new { request.Id, request.PartnershipId, From = agency.Id, agency.Name, To = other.Id, Into = other.Name })
            .ToListAsync(cancel);
        foreach (var each in left)
        {
            var (system, words) = (Viewer.System(each.PartnershipId), $"{each.Name} is now part of {each.Into}");
            await steps.RunAsync(system, db.CommissioningRequests.OfPartnership(system), each.Id, null, async step =>
            {
                step.Request.HandOver(system, each.From, each.To, words, step.Now);
                await steps.TellAskingAsync(system, step, to => new RequestHandedOverMail(step.About, to, step.Now, words), cancel);
                db.AlsoConcerns([each.From]);
                return $"Handed to {each.Into}, of which {each.Name} is now part,";
            }, cancel);
            db.ChangeTracker.Clear();
        }
        return left.Select(l => l.Id).Distinct().Count();
    }
}
