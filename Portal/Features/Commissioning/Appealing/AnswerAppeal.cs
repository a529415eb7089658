using Portal.Data;

namespace Portal.Features.Commissioning.Appealing;

/// <summary>The chair answers an appeal: the decision stands, or is changed. Everyone who asked, and the commissioner, is told.</summary>
public sealed class AnswerAppeal(PortalDb db, StepOfRequest steps)
{
    /// <param name="Lifted">Conditions that are lifted, where the appeal is against them.</param>
    public sealed record Entry(bool IsChanged, IReadOnlyCollection<Id<RequestCondition>> Lifted, string? Note);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Entry entry, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.VisibleTo(viewer), id, seen, async step =>
        {
            viewer.Require(Permission.AnswerAppeals);
            step.Request.AnswerAppeal(viewer, entry.IsChanged, entry.Lifted, entry.Note, step.Now);
            RequestAppealAnsweredMail Mail(PeopleOf.Person to) => new(step.About, to, step.Now, entry.IsChanged, entry.Note!);
            await steps.TellAskingAsync(viewer, step, Mail, cancel);
            if (step.Request.AgencyId is not null) await steps.TellCommissionersAsync(viewer, Mail, cancel);
            return entry.IsChanged ? "Changed on appeal the decision on" : "Let stand the decision on";
        }, cancel);
}
