using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Judges every agency of every partnership as at today. A partnership that cannot be judged does not keep the others waiting.
/// </summary>
public sealed class EvaluateStandardsJob(PortalDb db, EvaluateStandards evaluate)
{
    public Task RunAsync(CancellationToken cancel) => evaluate.EachAsync(db.Partnerships, cancel);
}
