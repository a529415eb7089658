using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>
/// An agency that was merged into another hands it what it asked for, with the order and the money promised for it; along a chain of
/// mergers up to the agency that is open. What was decided stays where it is if a share would change. Whoever asks is told.
/// </summary>
public sealed class HandOverMergedRequests(PortalDb db, StepOfRequest steps, UkClock clock)
{
    private sealed record Handing(
        Id<CommissioningRequest> Id, Id<Partnership> PartnershipId, Id<Agency> From, string Name, Id<Agency> To, string Into);

    /// <returns>How many requests were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        HashSet<Id<CommissioningRequest>> handed = [];
        HashSet<(Id<CommissioningRequest>, Id<Agency>)> seen = [];
        while ((await LeftAsync(cancel)).Where(l => seen.Add((l.Id, l.From))).ToList() is { Count: > 0 } left)
            foreach (var each in left)
                if (await HandAsync(each, cancel)) handed.Add(each.Id);
        return handed.Count;
    }

    private Task<List<Handing>> LeftAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return (from request in db.CommissioningRequests.AsNoTracking()
                where request.State != RequestState.Withdrawn
                from agency in db.Agencies.Where(a => a.ClosedOn <= today && a.MergedIntoId != null)
                where request.AgencyId == agency.Id || request.Parties.Any(p => p.AgencyId == agency.Id)
                join other in db.Agencies on agency.MergedIntoId equals (Id<Agency>?)other.Id
                orderby request.Id, agency.Id
                select new Handing(request.Id, request.PartnershipId, agency.Id, agency.Name, other.Id, other.Name)).ToListAsync(cancel);
    }

    private async Task<bool> HandAsync(Handing each, CancellationToken cancel)
    {
        var (system, words) = (Viewer.System(each.PartnershipId), $"{each.Name} is now part of {each.Into}");
        var within = db.CommissioningRequests.OfPartnership(system);
        if (!(await within.AsNoTracking().Include(r => r.Decision).Include(r => r.Parties).SingleAsync(r => r.Id == each.Id, cancel))
            .MayHandOver(each.To)) return false;
        await steps.RunAsync(system, within, each.Id, null, async step =>
        {
            step.Request.HandOver(system, each.From, each.To, words, step.Now);
            foreach (var promised in await db.FundingCommitments
                .Where(c => c.AgencyId == each.From && db.TrainingOrders.Any(o => o.RequestId == each.Id && o.CommitmentId == c.Id))
                .ToListAsync(cancel)) promised.HandOver(each.To);
            // Of what was declined nothing is left to answer for.
            if (step.Request.State != RequestState.Declined)
                await steps.TellAskingAsync(system, step, to => new RequestHandedOverMail(step.About, to, step.Now, words), cancel);
            db.AlsoConcerns([each.From]);
            return $"Handed to {each.Into}, of which {each.Name} is now part,";
        }, cancel);
        db.ChangeTracker.Clear();
        return true;
    }
}
