using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns;

/// <summary>Returns within reach, the newest version of each: what waits for the commissioner first, then by due date and agency.</summary>
public sealed class ReturnList(PortalDb db, UkClock clock)
{
    /// <param name="Show">What to narrow the list to; null for all.</param>
    /// <param name="Search">Part of the name of an agency.</param>
    public sealed record Filter(
        Id<Cycle>? CycleId = null, Show? Show = null, int Page = 1, string? Search = null, AgencyType? Type = null);

    public enum Show { ToReview, BeingWritten, SentBack, ToSign, Accepted, Late, Missing, Unsignable }

    public sealed record Row(
        Id<AgencyReturn> Id, Id<Agency> AgencyId, string Agency, string Cycle, ReturnState State, DateTime DueAt, DateTime? SentAt,
        int Number, DateTime Now)
    {
        public bool IsLate => SentAt is { } sent ? sent > DueAt && Number == 1 : DueAt < Now && Number == 1;
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel) =>
        Rows(viewer, filter).ToPageAsync(filter.Page, cancel);

    /// <summary>The same returns without pages, for a file.</summary>
    public IAsyncEnumerable<Row> AllAsync(Viewer viewer, Filter filter) => Rows(viewer, filter).AsAsyncEnumerable();

    private IQueryable<Row> Rows(Viewer viewer, Filter filter)
    {
        var now = clock.Now;
        var newest = Reachable(viewer)
            .Where(a => !db.Returns.Any(later => later.CycleId == a.CycleId && later.AgencyId == a.AgencyId && later.Number > a.Number));
        return Narrow(newest, filter.Show, now, db).Of(filter, db)
            .Join(db.Agencies, a => a.AgencyId, g => g.Id, (a, g) => new { Return = a, Agency = g.Name })
            .Join(db.Cycles, x => x.Return.CycleId, c => c.Id, (x, c) => new { x.Return, x.Agency, Cycle = c.Title })
            .OrderBy(x => x.Return.State == ReturnState.Submitted ? 0 : 1).ThenByDescending(x => x.Return.DueAt).ThenBy(x => x.Agency)
            .ThenBy(x => x.Return.Id)
            .Select(x => new Row(
                x.Return.Id, x.Return.AgencyId, x.Agency, x.Cycle, x.Return.State, x.Return.DueAt, x.Return.SentAt, x.Return.Number, now));
    }

    private IQueryable<AgencyReturn> Reachable(Viewer viewer) => viewer.May(Permission.ReadReturns)
        ? db.Returns.VisibleTo(viewer, db) : db.Returns.VisibleTo(viewer, db, Permission.WriteReturns);

    private static IQueryable<AgencyReturn> Narrow(IQueryable<AgencyReturn> all, Show? show, DateTime now, PortalDb db) => show switch
    {
        Show.ToReview => all.Where(a => a.State == ReturnState.Submitted),
        Show.BeingWritten => all.Where(a => a.State == ReturnState.Draft || a.State == ReturnState.Reopened),
        Show.SentBack => all.Where(a => a.State == ReturnState.ChangesRequested),
        Show.ToSign => all.Where(a => a.State == ReturnState.AwaitingSignature),
        Show.Accepted => all.Where(a => a.State == ReturnState.Accepted),
        Show.Late => all.Where(a => a.Number == 1 && ((a.SentAt == null && a.DueAt < now) || a.SentAt > a.DueAt)),
        Show.Missing => all.MissingAt(now, db),
        Show.Unsignable => all.WithoutSigner(db, UkClock.DayOf(now)),
        null => all,
    };
}

public static class ReturnListFilters
{
    /// <summary>Those of one cycle, and of agencies that are called so or are of a kind.</summary>
    public static IQueryable<AgencyReturn> Of(this IQueryable<AgencyReturn> returns, ReturnList.Filter filter, PortalDb db)
    {
        if (filter.CycleId is { } cycle) returns = returns.Where(a => a.CycleId == cycle);
        if (filter.Type is { } type) returns = returns.Where(a => db.Agencies.Any(g => g.Id == a.AgencyId && g.Type == type));
        if (filter.Search is not { } words) return returns;
        var named = db.Agencies.Where(NameSearch.For(words).Of((Agency g) => g.Name));
        return returns.Where(a => named.Any(g => g.Id == a.AgencyId));
    }

    /// <param name="reviewer">Whether it is said to someone who decides on returns.</param>
    public static string Words(this ReturnList.Show show, bool reviewer) => show switch
    {
        ReturnList.Show.ToReview => reviewer ? "Waiting for you" : "With the commissioner",
        ReturnList.Show.BeingWritten => "Being written",
        ReturnList.Show.SentBack => "Sent back for changes",
        ReturnList.Show.ToSign => "Waiting for the executive lead",
        ReturnList.Show.Accepted => "Accepted",
        ReturnList.Show.Late => "Late or not returned",
        ReturnList.Show.Missing => "Not returned yet",
        ReturnList.Show.Unsignable => "Nobody to sign",
    };
}
