namespace Portal.Features.Returns.Handing;

/// <summary>The commissioner gives an agency more time, until a day and hour, for a reason.</summary>
public sealed class ExtendReturn(StepOfReturn steps)
{
    /// <param name="until">UTC.</param>
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, DateTime until, string? reason, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ReviewReturns, id, seen, "Gave more time for a return", step =>
        {
            step.Return.Extend(viewer, until, reason, step.Now);
            steps.Tell(step.Leads.Asked(), to => new ReturnExtendedMail(step.About, to, step.Now));
            return Task.CompletedTask;
        }, cancel);
}
