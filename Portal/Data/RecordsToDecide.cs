namespace Portal.Data;

public static class RecordsToDecide
{
    /// <summary>
    /// Training records on which someone may decide for others: every one for the whole partnership; for an agency those of
    /// people within reach that were recorded for it. Where older records do not say for whom, those of people whom no other
    /// agency has ever had.
    /// </summary>
    public static IQueryable<TrainingRecord> ToDecideBy(this IQueryable<TrainingRecord> records, Viewer viewer, PortalDb db, DateOnly today)
    {
        var visible = db.Staff.VisibleTo(viewer, db, today, Permission.VerifyTraining);
        var within = records.OfPartnership(viewer).Where(r => visible.Any(s => s.Id == r.StaffId));
        if (viewer.Reach(Permission.VerifyTraining) == Reach.Partnership) return within;
        return within.Where(r => r.AgencyId == viewer.AgencyId
            || (r.AgencyId == null && !db.Posts.Any(p => p.StaffId == r.StaffId && p.AgencyId != viewer.AgencyId)));
    }
}
