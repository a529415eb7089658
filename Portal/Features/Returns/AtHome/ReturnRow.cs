using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.AtHome;

/// <summary>A return that someone has to see to, with the name of its cycle.</summary>
internal sealed record ReturnRow(AgencyReturn Return, string Cycle)
{
    public Id<AgencyReturn> Id => Return.Id;

    /// <summary>None for a version after the first, nor for one that was sent in time and came back.</summary>
    public DateOnly? Due => Return is { SentAt: null, Number: 1 } ? UkClock.DayOf(Return.DueAt) : null;

    /// <summary>Returns with their cycles, those that are due first before the others.</summary>
    public static async Task<List<ReturnRow>> OfAsync(PortalDb db, IQueryable<AgencyReturn> returns, CancellationToken cancel)
    {
        var rows = from made in returns.AsNoTracking()
                   join cycle in db.Cycles on made.CycleId equals cycle.Id
                   orderby made.DueAt, made.Id
                   select new { made, cycle.Title };
        return [.. (await rows.ToListAsync(cancel)).Select(r => new ReturnRow(r.made, r.Title))];
    }

    /// <summary>
    /// Those that a person writes or helps with. What was never made in a cycle that another has followed is for the report, not a task.
    /// </summary>
    public static IQueryable<AgencyReturn> ToWrite(PortalDb db, Viewer viewer) =>
        db.Returns.VisibleTo(viewer, db, Permission.WriteReturns).Where(a =>
            a.State == ReturnState.ChangesRequested || a.State == ReturnState.Reopened || (a.State == ReturnState.Draft
                && !db.Returns.Any(later => later.AgencyId == a.AgencyId && later.Number == 1 && later.DueAt > a.DueAt)));
}
