namespace Portal.Data;

/// <summary>Which returns count at an instant, the same for every page, file and report that asks.</summary>
public static class CountingReturns
{
    /// <summary>Agencies of a phase, open on a day, that have no return in one of its cycles.</summary>
    public static IQueryable<Agency> NotAsked(this PortalDb db, Id<Cycle> cycle, Id<Phase> phase, DateOnly day) =>
        db.Agencies.OpenOn(day).Where(a =>
            a.PhaseId == phase && !db.Returns.Any(r => r.CycleId == cycle && r.AgencyId == a.Id));

    /// <summary>Returns of open agencies that were due and not sent, in the newest cycle of their agency that was due by then.</summary>
    public static IQueryable<AgencyReturn> MissingAt(this IQueryable<AgencyReturn> returns, DateTime instant, PortalDb db) =>
        returns.OfOpenAgencies(db, UkClock.DayOf(instant)).Where(a =>
            a.Number == 1 && a.DueAt < instant && a.SentAt == null
                && !db.Returns.Any(later => later.AgencyId == a.AgencyId && later.Number == 1 && later.DueAt > a.DueAt
                    && later.DueAt < instant));

    /// <summary>Without those of agencies that have closed or merged by a day: nobody is left there to make or sign them.</summary>
    public static IQueryable<AgencyReturn> OfOpenAgencies(this IQueryable<AgencyReturn> returns, PortalDb db, DateOnly day) =>
        returns.Where(a => db.Agencies.OpenOn(day).Any(g => g.Id == a.AgencyId));

    /// <summary>
    /// Returns of open agencies that wait for a signature while nobody is in post who can give it: who sent a
    /// return does not sign it.
    /// </summary>
    public static IQueryable<AgencyReturn> WithoutSigner(this IQueryable<AgencyReturn> returns, PortalDb db, DateOnly day) =>
        returns.OfOpenAgencies(db, day).Where(a => a.State == ReturnState.AwaitingSignature
            && !db.Memberships.CurrentOn(db, day)
                .Any(m => m.AgencyId == a.AgencyId && m.Role == Role.ExecutiveLead && m.UserId != a.SentBy));

    /// <summary>
    /// The newest return of each agency that was signed by the end of a day: of its latest cycle, in its latest version.
    /// While one is being changed, the one before it stands.
    /// </summary>
    public static IQueryable<AgencyReturn> NewestSigned(this PortalDb db, Viewer viewer, DateOnly day)
    {
        var ends = UkClock.StartOf(day.AddDays(1));
        var signed = db.Returns.OfPartnership(viewer)
            .Where(a => a.SignedAt < ends && (a.State == ReturnState.Submitted || a.State == ReturnState.Accepted));
        return signed.Where(a => !signed.Any(later => later.AgencyId == a.AgencyId
            && (db.Cycles.Any(c => c.Id == later.CycleId && db.Cycles.Any(own => own.Id == a.CycleId && own.CutOffOn < c.CutOffOn))
                || (later.CycleId == a.CycleId && later.Number > a.Number))));
    }

    /// <summary>The lines of a return on which someone is to be brought to the level: those of <see cref="GapLine.ToClose"/>.</summary>
    public static IQueryable<GapLine> GapsOf(this PortalDb db, Id<AgencyReturn> id) => db.GapLines.Where(l =>
        l.ReturnId == id && l.LevelNumber != null && (l.Holding < l.Headcount || l.StatedHolding < l.StatedHeadcount));

    /// <summary>Gaps none of whose actions has a line of cost with quantity and price.</summary>
    public static IQueryable<GapLine> WithoutCosting(this IQueryable<GapLine> gaps, PortalDb db) =>
        gaps.Where(g => !db.Set<GapActionLine>()
            .Any(link => link.LineId == g.Id
                && db.CostLines.Any(c => c.ActionId == link.ActionId && c.Quantity != null && c.UnitPrice != null)));

    /// <summary>Gaps without an action that has an owner and a date.</summary>
    public static IQueryable<GapLine> WithoutPlan(this IQueryable<GapLine> gaps, PortalDb db) =>
        gaps.Where(g => !db.Set<GapActionLine>()
            .Any(link => link.LineId == g.Id && db.GapActions.Any(a => a.Id == link.ActionId && a.Owner != null && a.DueOn != null)));
}
