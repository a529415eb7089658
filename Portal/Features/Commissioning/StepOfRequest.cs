using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Commissioning;

/// <summary>One step of a request from one hand to the next, with those who are to know of it.</summary>
public sealed class StepOfRequest(PortalDb db, UkClock clock)
{
    /// <param name="About">The request as messages speak of it.</param>
    public sealed record Step(CommissioningRequest Request, RequestMail.Of About, DateTime Now);

    /// <param name="within">The requests on which this person may take the step.</param>
    /// <param name="take">Takes the step, and says in words what was done: "Approved".</param>
    public Task RunAsync(Viewer viewer, IQueryable<CommissioningRequest> within, Id<CommissioningRequest> id, int? seen,
        Func<Step, Task<string>> take, CancellationToken cancel)
    {
        var whole = within.AsSplitQuery().Include(r => r.Costs).Include(r => r.Statements).Include(r => r.Parties)
            .Include(r => r.Conditions).Include(r => r.Events).Include(r => r.Decision).Include(r => r.Appeal)
            .Include(r => r.Helpers);
        return db.StepAsync(viewer, id, whole, seen, "request", async request =>
        {
            var step = await AboutAsync(request, cancel);
            db.RaiseVersion(request);
            var what = await take(step);
            db.AlsoConcerns(request.Asking);
            return $"{what} {request.Reference}, {request.Title}";
        }, cancel);
    }

    /// <summary>The request as messages speak of it, now.</summary>
    public async Task<Step> AboutAsync(CommissioningRequest request, CancellationToken cancel)
    {
        var agency = await db.Agencies.Where(a => a.Id == request.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancel)
            ?? await db.Partnerships.Where(p => p.Id == request.PartnershipId).Select(p => p.ShortName).SingleAsync(cancel);
        return new(request, new(request.Id, request.Reference, request.Title, agency), clock.Now);
    }

    /// <summary>Tells the leads of every agency that asks but the viewer’s own; commissioners where the partnership itself asks.</summary>
    public async Task TellAskingAsync(Viewer viewer, Step step, Func<PeopleOf.Person, RequestMail> mail, CancellationToken cancel)
    {
        if (step.Request.AgencyId is null) db.Tell(await db.CommissionersAsync(viewer, clock.Today, cancel), mail);
        var leads = await db.LeadsAsync(viewer, null, clock.Today, cancel);
        db.Tell(step.Request.Asking.Where(a => a != viewer.AgencyId).SelectMany(a => leads[a].Training.Concat(leads[a].Executive)), mail);
    }

    public async Task TellCommissionersAsync(Viewer viewer, Func<PeopleOf.Person, RequestMail> mail, CancellationToken cancel) =>
        db.Tell(await db.CommissionersAsync(viewer, clock.Today, cancel), mail);
}
