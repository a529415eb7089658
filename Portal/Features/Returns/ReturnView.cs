using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns;

/// <summary>
/// One return as every page about it needs it: whose, for which cycle, where it stands, how far each section
/// is, and what the person may do.
/// </summary>
public sealed class ReturnView(PortalDb db, ReturnProgress progress, UkClock clock)
{
    /// <param name="InHand">The sections that are the person's to write while the return is: all of a training lead's, of a
    /// colleague's those shared with them.</param>
    public sealed record Details(
        AgencyReturn Return, Cycle Cycle, Domain.Framework Framework, string Agency, ReturnProgress.Figures Progress,
        IReadOnlyList<ReturnSection> InHand, bool IsLatest, bool MayReview, DateTime Now)
    {
        public Timeliness Timeliness => Return.At(Now);
        public DateOnly DueOn => UkClock.DayOf(Return.DueAt);
        public DateOnly Today => UkClock.DayOf(Now);
        /// <summary>The commissioner’s scores are the commissioner’s own until the return is decided on.</summary>
        public bool ShowsModerated => MayReview || Return.State != ReturnState.Submitted;
        public bool MayWrite(ReturnSection section) => Return.MayBeWritten && InHand.Contains(section);
    }

    /// <summary>Null when it is not there, or not within the person's reach.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<AgencyReturn> id, CancellationToken cancel)
    {
        var found = db.Returns.AsNoTracking();
        var reachable = viewer.May(Permission.ReadReturns)
            ? found.VisibleTo(viewer, db)
            : found.VisibleTo(viewer, db, Permission.WriteReturns);
        var agencyReturn = await reachable.Include(a => a.Events.OrderBy(e => e.At)).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (agencyReturn is null) return null;
        var cycle = await db.Cycles.AsNoTracking().Include(c => c.Questions.OrderBy(q => q.Number))
            .SingleAsync(c => c.Id == agencyReturn.CycleId, cancel);
        var framework = await db.Frameworks.AsNoTracking().Include(f => f.Levels.OrderBy(l => l.Number))
            .SingleAsync(f => f.Id == cycle.FrameworkId, cancel);
        var agency = await db.Agencies.Where(a => a.Id == agencyReturn.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        var latest = !await db.Returns.AnyAsync(
            a => a.CycleId == agencyReturn.CycleId && a.AgencyId == agencyReturn.AgencyId && a.Number > agencyReturn.Number, cancel);
        return new(
            agencyReturn, cycle, framework, agency, await progress.RunAsync(id, cancel), await InHandAsync(viewer, agencyReturn, cancel),
            latest, viewer.May(Permission.ReviewReturns), clock.Now);
    }

    private async Task<IReadOnlyList<ReturnSection>> InHandAsync(Viewer viewer, AgencyReturn agencyReturn, CancellationToken cancel) =>
        viewer.Reach(Permission.WriteReturns) switch
        {
            Reach.Agency => Enum.GetValues<ReturnSection>(),
            Reach.Own or Reach.Team => await db.ReturnShares.Where(s => s.ReturnId == agencyReturn.Id && s.UserId == viewer.UserId)
                .Select(s => s.Section).ToListAsync(cancel),
            _ => [],
        };
}
