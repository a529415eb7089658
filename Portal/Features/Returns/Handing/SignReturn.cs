using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>The executive lead signs. The staff list behind the figures is confirmed with it, as on the cut-off day.</summary>
public sealed class SignReturn(PortalDb db, StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.SignReturns, id, seen, "Signed and submitted a return", async step =>
        {
            step.Return.Sign(viewer, step.Now);
            var cutOff = await db.Cycles.Where(c => c.Id == step.Return.CycleId).Select(c => c.CutOffOn).SingleAsync(cancel);
            var agency = await db.Agencies.SingleAsync(a => a.Id == step.Return.AgencyId, cancel);
            if (agency.StaffListConfirmedOn is null || agency.StaffListConfirmedOn < cutOff)
                agency.ConfirmStaffList(cutOff, UkClock.DayOf(step.Now));
        }, cancel);
}
