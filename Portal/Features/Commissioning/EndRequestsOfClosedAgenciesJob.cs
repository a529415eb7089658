using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>
/// Hands what agencies asked for that were merged into another to that one. Withdraws what agencies asked for that have closed, and ends
/// their asking along with others: nobody is left who could. Whoever asks with them, and whoever was to decide, is told. What was decided
/// stays.
/// </summary>
public sealed class EndRequestsOfClosedAgenciesJob(PortalDb db, HandOverMergedRequests merged, StepOfRequest steps, UkClock clock)
{
    private const string Because = "The agency has closed.";
    private static readonly RequestState[] Undecided = [RequestState.Draft, RequestState.Submitted, RequestState.ChangesRequested];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (handed, today) = (await merged.RunAsync(cancel), clock.Today);
        var closed = db.Agencies.Where(a => a.ClosedOn <= today);
        var over = await db.CommissioningRequests.AsNoTracking().Where(r => Undecided.Contains(r.State)
                && (closed.Any(a => a.Id == r.AgencyId) || r.Parties.Any(p => closed.Any(a => a.Id == p.AgencyId))))
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.PartnershipId, IsOwn = closed.Any(a => a.Id == r.AgencyId) }).ToListAsync(cancel);
        foreach (var each in over)
        {
            await EndAsync(Viewer.System(each.PartnershipId), each.Id, each.IsOwn, cancel);
            db.ChangeTracker.Clear();
        }
        string[] done =
        [
            .. handed == 0 ? [] : new[] { $"Handed over {Words.Count(handed, "request")} of merged agencies" },
            .. over.Count == 0 ? [] : new[] { $"Ended the part of closed agencies in {Words.Count(over.Count, "request")}" },
        ];
        return done.Length == 0 ? null : string.Join(". ", done);
    }

    private Task EndAsync(Viewer system, Id<CommissioningRequest> id, bool isOwn, CancellationToken cancel) =>
        steps.RunAsync(system, db.CommissioningRequests.OfPartnership(system), id, null, async step =>
        {
            if (isOwn)
            {
                step.Request.Withdraw(system, Because, step.Now);
                RequestWithdrawnMail Mail(PeopleOf.Person to) => new(step.About, to, step.Now, Because);
                await steps.TellAskingAsync(system, step, Mail, cancel);
                await steps.TellCommissionersAsync(system, Mail, cancel);
                return "Withdrew, because its agency has closed,";
            }
            var asking = step.Request.Parties.Select(p => p.AgencyId).ToList();
            foreach (var agency in await db.Agencies.Where(a => asking.Contains(a.Id) && a.ClosedOn <= clock.Today).ToListAsync(cancel))
            {
                step.Request.Leave(system, agency.Id, agency.Name, step.Now);
                await steps.TellAskingAsync(system, step, to => new RequestJoinedMail(step.About, to, step.Now, agency.Name, null), cancel);
            }
            return "A closed agency asks along no more with";
        }, cancel);
}
