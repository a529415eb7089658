using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>
/// On the agenda of a meeting: the requests that it decided, and where it is the next that could, those that wait for it.
/// </summary>
public sealed class RequestsOnAgenda(PortalDb db, MeetingsToDecide meetings, UkClock clock) : IPanelAbout<MeetingShown>
{
    /// <param name="Asked">Of the partnership; null for those who do not read the request in full, and so not its paper.</param>
    public sealed record Item(
        Id<CommissioningRequest> Id, string Reference, string Title, string Agency, RequestState State, Money? Asked);

    public async Task<Panel?> RunAsync(Viewer viewer, MeetingShown shown, CancellationToken cancel)
    {
        if (!viewer.May(Permission.ReadRequests)) return null;
        var route = Enum.GetValues<DecisionRoute>().Where(r => r.Body() == shown.Kind).Cast<DecisionRoute?>().FirstOrDefault();
        var isNext = route is not null
            && (await meetings.SinceAsync(viewer, shown.Kind, clock.Today, cancel)).FirstOrDefault()?.Id == shown.Id;
        var requests = await db.CommissioningRequests.AsNoTracking().VisibleTo(viewer)
            .Where(r => r.Decision!.MeetingId == shown.Id || (isNext && r.State == RequestState.Submitted && r.Route == route))
            .Include(r => r.Costs).Include(r => r.Parties).AsSplitQuery().OrderBy(r => r.Number).ToListAsync(cancel);
        if (requests.Count == 0) return null;
        var names = await db.Agencies.OfPartnership(viewer).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.ShortName).SingleAsync(cancel);
        return new("~/Features/Commissioning/Deciding/_Agenda.cshtml", requests.Select(r => new Item(
            r.Id, r.Reference, r.Title, r.AgencyId is { } own ? names[own] : partnership, r.State,
            RequestView.IsFull(viewer, r) ? r.Asked : null)).ToList());
    }
}
