namespace Portal.Data;

/// <summary>Which returns count at an instant, the same for every page, file and report that asks.</summary>
public static class Returns
{
    /// <summary>Returns that were due and not sent, in the newest cycle of their agency that was due by then.</summary>
    public static IQueryable<GapAssessment> MissingAt(this IQueryable<GapAssessment> returns, DateTime instant, PortalDb db) => returns.Where(a =>
        a.Number == 1 && a.DueAt < instant && a.SentAt == null && !db.GapAssessments.Any(later => later.AgencyId == a.AgencyId && later.Number == 1 && later.DueAt > a.DueAt && later.DueAt < instant));

    /// <summary>The newest return of each agency that was signed by the end of a day: of its latest cycle, in its latest version.</summary>
    public static IQueryable<GapAssessment> NewestSigned(this PortalDb db, Viewer viewer, DateOnly day)
    {
        var ends = UkClock.StartOf(day.AddDays(1));
        var signed = db.GapAssessments.OfPartnership(viewer).Where(a => a.SignedAt < ends);
        return signed.Where(a => !signed.Any(later => later.AgencyId == a.AgencyId
            && (db.Cycles.Any(c => c.Id == later.CycleId && db.Cycles.Any(own => own.Id == a.CycleId && own.CutOffOn < c.CutOffOn)) || (later.CycleId == a.CycleId && later.Number > a.Number))));
    }
}
