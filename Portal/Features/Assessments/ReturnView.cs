using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>One return as every page about it needs it: whose, for which cycle, where it stands, how far each section is, and what the person may do.</summary>
public sealed class ReturnView(PortalDb db, ReturnProgress progress, UkClock clock)
{
    /// <param name="InHand">The sections that are the person's to write while the return is: all of a training lead's, of a colleague's those shared with them.</param>
    public sealed record Details(GapAssessment Assessment, Cycle Cycle, Domain.Framework Framework, string Agency, ReturnProgress.Figures Progress, IReadOnlyList<AssessmentSection> InHand, bool IsLatest, bool MayReview, DateTime Now)
    {
        public Timeliness Timeliness => Assessment.At(Now);
        public DateOnly DueOn => UkClock.DayOf(Assessment.DueAt);
        public DateOnly Today => UkClock.DayOf(Now);
        /// <summary>The commissioner’s scores are the commissioner’s own until the return is decided on.</summary>
        public bool ShowsModerated => MayReview || Assessment.State != AssessmentState.Submitted;
        public bool MayWrite(AssessmentSection section) => Assessment.MayBeWritten && InHand.Contains(section);
    }

    /// <summary>Null when it is not there, or not within the person's reach.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<GapAssessment> id, CancellationToken cancel)
    {
        var found = db.GapAssessments.AsNoTracking();
        var reachable = viewer.May(Permission.ReadAssessments) ? found.VisibleTo(viewer, db) : found.VisibleTo(viewer, db, Permission.WriteAssessments);
        var assessment = await reachable.Include(a => a.Events.OrderBy(e => e.At)).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (assessment is null) return null;
        var cycle = await db.Cycles.AsNoTracking().Include(c => c.Questions.OrderBy(q => q.Number)).SingleAsync(c => c.Id == assessment.CycleId, cancel);
        var framework = await db.Frameworks.AsNoTracking().Include(f => f.Levels.OrderBy(l => l.Number)).SingleAsync(f => f.Id == cycle.FrameworkId, cancel);
        var agency = await db.Agencies.Where(a => a.Id == assessment.AgencyId).Select(a => a.Name).SingleAsync(cancel);
        var latest = !await db.GapAssessments.AnyAsync(a => a.CycleId == assessment.CycleId && a.AgencyId == assessment.AgencyId && a.Number > assessment.Number, cancel);
        return new(assessment, cycle, framework, agency, await progress.RunAsync(id, cancel), await InHandAsync(viewer, assessment, cancel), latest, viewer.May(Permission.ReviewAssessments), clock.Now);
    }

    private async Task<IReadOnlyList<AssessmentSection>> InHandAsync(Viewer viewer, GapAssessment assessment, CancellationToken cancel) =>
        viewer.Reach(Permission.WriteAssessments) switch
        {
            Reach.Agency => Enum.GetValues<AssessmentSection>(),
            Reach.Own or Reach.Team => await db.AssessmentShares.Where(s => s.AssessmentId == assessment.Id && s.UserId == viewer.UserId).Select(s => s.Section).ToListAsync(cancel),
            _ => [],
        };
}
