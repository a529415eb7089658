using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Opens an accepted return as a new version with the same content, shared with the same colleagues; the accepted one stays as it was.</summary>
public sealed class ReopenReturn(PortalDb db, StepOfReturn steps)
{
    public async Task<Id<GapAssessment>> RunAsync(Viewer viewer, Id<GapAssessment> id, string? note, int seen, CancellationToken cancel)
    {
        GapAssessment next = null!;
        await steps.RunAsync(viewer, Permission.ReviewAssessments, id, seen, "Reopened a return", async step =>
        {
            if (await db.GapAssessments.AnyAsync(a => a.CycleId == step.Assessment.CycleId && a.AgencyId == step.Assessment.AgencyId && a.Number > step.Assessment.Number, cancel))
                throw new Refused("A newer version of this return is open already");
            next = step.Assessment.Reopen(viewer, note, step.Now);
            db.GapAssessments.Add(next);
            await CopyAsync(id, next.Id, cancel);
            steps.Tell(step with { Assessment = next }, CycleMail.About.Reopened, step.Leads.Asked(), note);
        }, cancel);
        return next.Id;
    }

    private async Task CopyAsync(Id<GapAssessment> from, Id<GapAssessment> to, CancellationToken cancel)
    {
        var lines = (await db.GapLines.AsNoTracking().Where(l => l.AssessmentId == from).ToListAsync(cancel)).ToDictionary(l => l.Id, l => l.CopyTo(to));
        var actions = (await db.GapActions.AsNoTracking().Include(a => a.Gaps).Where(a => a.AssessmentId == from).ToListAsync(cancel))
            .ToDictionary(a => a.Id, a => a.CopyTo(to, lines.ToDictionary(l => l.Key, l => l.Value.Id)));
        db.GapLines.AddRange(lines.Values);
        db.GapActions.AddRange(actions.Values);
        db.AssessmentAnswers.AddRange((await db.AssessmentAnswers.AsNoTracking().Where(a => a.AssessmentId == from).ToListAsync(cancel)).Select(a => a.CopyTo(to)));
        db.CostLines.AddRange((await db.CostLines.AsNoTracking().Where(c => c.AssessmentId == from).ToListAsync(cancel)).Select(c => c.CopyTo(to, actions[c.ActionId].Id)));
        db.AssessmentShares.AddRange((await db.AssessmentShares.AsNoTracking().Where(s => s.AssessmentId == from).ToListAsync(cancel)).Select(s => new AssessmentShare { AssessmentId = to, Section = s.Section, UserId = s.UserId }));
    }
}
