using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>The executive lead signs. The roster behind the figures is confirmed with it, as on the cut-off day.</summary>
public sealed class SignReturn(PortalDb db, StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.SignAssessments, id, seen, "Signed and submitted a return", async step =>
        {
            step.Assessment.Sign(viewer, step.Now);
            var cutOff = await db.Cycles.Where(c => c.Id == step.Assessment.CycleId).Select(c => c.CutOffOn).SingleAsync(cancel);
            var agency = await db.Agencies.SingleAsync(a => a.Id == step.Assessment.AgencyId, cancel);
            if (agency.RosterConfirmedOn is null || agency.RosterConfirmedOn < cutOff) agency.ConfirmRoster(cutOff);
        }, cancel);
}
