using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Returns within reach, the newest version of each: what waits for the commissioner first, then by due date and agency.</summary>
public sealed class ReturnList(PortalDb db, UkClock clock)
{
    /// <param name="Show">What to narrow the list to; null for all.</param>
    public sealed record Filter(Id<Cycle>? CycleId = null, Show? Show = null, int Page = 1);

    public enum Show { ToReview, BeingWritten, ToSign, Accepted, Late, Missing }

    public sealed record Row(Id<GapAssessment> Id, Id<Agency> AgencyId, string Agency, string Cycle, AssessmentState State, DateTime DueAt, DateTime? SentAt, int Number, DateTime Now)
    {
        public bool IsLate => SentAt is { } sent ? sent > DueAt && Number == 1 : DueAt < Now && Number == 1;
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var now = clock.Now;
        var newest = Reachable(viewer).Where(a => !db.GapAssessments.Any(later => later.CycleId == a.CycleId && later.AgencyId == a.AgencyId && later.Number > a.Number));
        if (filter.CycleId is { } cycle) newest = newest.Where(a => a.CycleId == cycle);
        return Narrow(newest, filter.Show, now, db)
            .Join(db.Agencies, a => a.AgencyId, g => g.Id, (a, g) => new { Assessment = a, Agency = g.Name })
            .Join(db.Cycles, x => x.Assessment.CycleId, c => c.Id, (x, c) => new { x.Assessment, x.Agency, Cycle = c.Title })
            .OrderBy(x => x.Assessment.State == AssessmentState.Submitted ? 0 : 1).ThenByDescending(x => x.Assessment.DueAt).ThenBy(x => x.Agency).ThenBy(x => x.Assessment.Id)
            .Select(x => new Row(x.Assessment.Id, x.Assessment.AgencyId, x.Agency, x.Cycle, x.Assessment.State, x.Assessment.DueAt, x.Assessment.SentAt, x.Assessment.Number, now))
            .ToPageAsync(filter.Page, cancel);
    }

    private IQueryable<GapAssessment> Reachable(Viewer viewer) => viewer.May(Permission.ReadAssessments)
        ? db.GapAssessments.VisibleTo(viewer, db) : db.GapAssessments.VisibleTo(viewer, db, Permission.WriteAssessments);

    private static IQueryable<GapAssessment> Narrow(IQueryable<GapAssessment> all, Show? show, DateTime now, PortalDb db) => show switch
    {
        Show.ToReview => all.Where(a => a.State == AssessmentState.Submitted),
        Show.BeingWritten => all.Where(a => a.State == AssessmentState.Draft || a.State == AssessmentState.ChangesRequested || a.State == AssessmentState.Reopened),
        Show.ToSign => all.Where(a => a.State == AssessmentState.AwaitingSignature),
        Show.Accepted => all.Where(a => a.State == AssessmentState.Accepted),
        Show.Late => all.Where(a => a.Number == 1 && ((a.SentAt == null && a.DueAt < now) || a.SentAt > a.DueAt)),
        Show.Missing => all.MissingAt(now, db),
        null => all,
    };
}

public static class ReturnListWords
{
    public static string Words(this ReturnList.Show show) => show switch
    {
        ReturnList.Show.ToReview => "With the commissioner",
        ReturnList.Show.BeingWritten => "Being written",
        ReturnList.Show.ToSign => "Waiting for the executive lead",
        ReturnList.Show.Accepted => "Accepted",
        ReturnList.Show.Late => "Late or not returned",
        ReturnList.Show.Missing => "Not returned yet",
    };
}
