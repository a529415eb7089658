using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Planning;

/// <summary>One plan with its question and, once it is worked out, its answer.</summary>
public sealed class PlanView(PortalDb db)
{
    /// <param name="Answer">Null while it is being worked out, and where it could not be.</param>
    public sealed record Details(TrainingPlan Plan, PlanQuestion Question, PlanAnswer? Answer)
    {
        public bool IsAtWork => Plan.State == PlanState.Waiting;

        /// <summary>What stood in the form; null where it was not kept.</summary>
        public PlanForm? Typed => PlanAsked.FormOf(Plan);
    }

    /// <summary>Null where there is none within the viewer’s reach.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<TrainingPlan> id, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadFunding);
        return await db.TrainingPlans.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(p => p.Id == id, cancel) is { } plan
            ? new(plan, plan.ReadQuestion(), plan.ReadAnswer()) : null;
    }
}
