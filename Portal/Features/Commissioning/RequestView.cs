using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Ordering;

namespace Portal.Features.Commissioning;

/// <summary>One request with all that stands around it. Null when the viewer may not find it.</summary>
public sealed class RequestView(PortalDb db, OrderedBefore ordered, HoldingOfRequest holdings, TermsOfPartnership terms, UkClock clock)
{
    /// <summary>An agency that asks, and what it pays of what the partnership does not.</summary>
    public sealed record Party(Id<Agency> AgencyId, string Name, int Places, Money Share);

    /// <summary>An order that it became.</summary>
    /// <param name="EndedOn">Null while it stands.</param>
    public sealed record OrderLine(int Number, string Provider, Money Amount, DateOnly On, DateOnly? EndedOn, bool IsCancelled)
    {
        public string Reference => TrainingOrder.ReferenceOf(Number);

        /// <summary>"Cancelled on 3 May 2026"; for everyone who finds the request.</summary>
        public string Standing => EndedOn is { } day ? $"{(IsCancelled ? "Cancelled" : "Closed")} on {Words.Day(day)}"
            : $"Ordered on {Words.Day(On)}";
    }

    /// <param name="Agency">What asks: an agency, or the partnership itself.</param>
    /// <param name="Level">Of the framework in force; null while none is chosen.</param>
    /// <param name="Holding">What it is compared with: the clauses that hold for it among it.</param>
    /// <param name="Meeting">The meeting that decided, and what it is of.</param>
    /// <param name="Orders">The newest first: more than one where one was cancelled or closed, and what was left ordered again.</param>
    /// <param name="Ordered">What these took of it.</param>
    /// <param name="IsFull">Whether the viewer reads all of it, and not just what is asked for.</param>
    /// <param name="MayWrite">Whether the viewer writes all of it, sends it and takes it back.</param>
    /// <param name="Parts">Those that the viewer writes: all, or what is shared out to them.</param>
    public sealed record Details(
        CommissioningRequest Request, string Agency, Level? Level, string? Course, string? Provider, IReadOnlyList<Party> Parties,
        CommissioningRequest.Holding Holding, string? Meeting, IReadOnlyList<OrderLine> Orders, CommissioningRequest.Ordered Ordered,
        CommissioningTerms Terms, bool IsFull, bool MayWrite, IReadOnlyList<RequestPart> Parts, DateOnly Today)
    {
        public IReadOnlyList<Clause> Clauses => Holding.Clauses;
        public IReadOnlyList<(RequestPart Part, string Why)> Missing => Request.Missing(Holding);

        /// <summary>The newest order; null while it is not ordered.</summary>
        public OrderLine? Order => Orders is [var newest, ..] ? newest : null;

        /// <summary>Why it cannot be ordered now, in a sentence; null where it can.</summary>
        public string? WhyNotOrdered => Request.WhyNotOrdered(Ordered);
        public DateOnly? DecideBy => Request.DecideBy(Terms, Today);
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<CommissioningRequest> id, CancellationToken cancel)
    {
        if (await db.CommissioningRequests.AsNoTracking().AsSplitQuery().VisibleTo(viewer)
            .Include(r => r.Costs).Include(r => r.Statements).Include(r => r.Parties).Include(r => r.Conditions).Include(r => r.Events)
            .Include(r => r.Decision).Include(r => r.Appeal).Include(r => r.Helpers)
            .SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } request) return null;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.ShortName).SingleAsync(cancel);
        var asking = request.Parties.Select(p => (Id<Agency>?)p.AgencyId).Append(request.AgencyId).ToList();
        var names = await db.Agencies.Where(a => asking.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        // Once it is decided, who pays what stays as it was on that day.
        var counted = request.Decision is { } decision ? UkClock.DayOf(decision.At) : clock.Today;
        var staff = await db.Posts.HeldOn(counted).Where(p => asking.Contains(p.AgencyId))
            .Select(p => new { p.AgencyId, p.StaffId }).Distinct()
            .GroupBy(p => p.AgencyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var meeting = request.Decision?.MeetingId is not { } meetingId ? null : await (
            from held in db.Meetings
            where held.Id == meetingId
            join body in db.Bodies on held.BodyId equals body.Id
            select new { body.ShortName, held.Day }).FirstOrDefaultAsync(cancel);
        return new(
            request, request.AgencyId is { } own ? names[own] : partnership,
            framework?.Levels.FirstOrDefault(l => l.Number == request.LevelNumber),
            await db.Courses.Where(c => c.Id == request.CourseId).Select(c => c.Code + ", " + c.Title).FirstOrDefaultAsync(cancel),
            await db.Providers.Where(p => p.Id == request.ProviderId).Select(p => p.Name).FirstOrDefaultAsync(cancel),
            [.. request.Shares(staff).Select(s => new Party(s.Agency, names[s.Agency], s.Places, s.Share))],
            await holdings.RunAsync(viewer, request, cancel), meeting is null ? null : $"{meeting.ShortName}, {Words.Day(meeting.Day)}",
            await (from order in db.TrainingOrders
                   where order.RequestId == request.Id
                   join provider in db.Providers on order.ProviderId equals provider.Id
                   orderby order.Number descending
                   select new OrderLine(
                       order.Number, provider.Name, order.Amount, order.On, order.EndedOn, order.IsCancelled)).ToListAsync(cancel),
            request.State == RequestState.Approved ? await ordered.RunAsync(viewer, request.Id, cancel)
                : CommissioningRequest.Ordered.Nothing,
            await terms.RunAsync(viewer, cancel), IsFull(viewer, request), IsOwn(viewer, request),
            IsOwn(viewer, request) ? Enum.GetValues<RequestPart>() : request.PartsOf(viewer.UserId), clock.Today);
    }

    /// <summary>Its own agency, those that asked along, and whoever reads requests of the whole partnership.</summary>
    internal static bool IsFull(Viewer viewer, CommissioningRequest request) =>
        viewer.Reach(Permission.ReadRequests) == Reach.Partnership || request.AgencyId == viewer.AgencyId
        || request.Parties.Any(p => p.AgencyId == viewer.AgencyId);

    private static bool IsOwn(Viewer viewer, CommissioningRequest request) => viewer.Reach(Permission.WriteRequests) switch
    {
        Reach.Partnership => request.AgencyId is null,
        Reach.None => false,
        Reach.Own or Reach.Team or Reach.Agency => request.AgencyId == viewer.AgencyId,
    };
}
