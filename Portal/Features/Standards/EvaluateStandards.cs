using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Standards;

/// <summary>
/// Judges every agency as at a day and writes down what changed: results end and begin, flags open and close. Safe to run
/// twice, and on two machines at once. History is built forwards: a day before the newest one evaluated is refused.
/// </summary>
public sealed class EvaluateStandards(PortalDb db, UkClock clock, Judging judging, RecordResults results, RecordFlags flags)
{
    public async Task<Evaluation> RunAsync(Viewer viewer, DateOnly asAt, CancellationToken cancel)
    {
        viewer.Require(Permission.RunEvaluation);
        if (asAt > clock.Today) throw new Refused("Standards cannot be evaluated for a day still to come", nameof(asAt));
        // What is judged by a clock that is wrong stands in the way until its day comes. Before its own jobs the portal has looked.
        if (viewer.Role != Role.System && await db.DoubtOfClockAsync(clock.Now, cancel) is { } doubt)
            throw new Refused(doubt.Sentence, nameof(asAt));
        while (true)
        {
            // People are counted before the transaction, so that a long count never holds the database's one writer.
            var (started, latest) = (clock.Now, await LatestAsync(viewer, cancel));
            if (asAt < latest?.AsAt)
                throw new Refused($"Results already go up to {latest.AsAt.Words()}. Choose that day or a later one", nameof(asAt));
            var verdicts = await judging.RunAsync(viewer.PartnershipId, asAt, cancel);
            Evaluation? evaluation = null;
            try
            {
                await db.TransactAsync(viewer, "Evaluated the standards", async () =>
                {
                    await db.HoldAsync(viewer.PartnershipId, cancel);
                    if ((await LatestAsync(viewer, cancel))?.Id != latest?.Id) throw new Overtaken();
                    var changed = await results.RunAsync(viewer, verdicts, asAt, cancel);
                    var (opened, closed) = await flags.RunAsync(viewer, verdicts, asAt, cancel);
                    evaluation = new()
                    {
                        PartnershipId = viewer.PartnershipId,
                        AsAt = asAt,
                        StartedAt = started,
                        FinishedAt = clock.Now,
                        ResultsChanged = changed,
                        FlagsOpened = opened,
                        FlagsClosed = closed,
                    };
                    db.Evaluations.Add(evaluation);
                }, cancel);
                return evaluation!;
            }
            catch (Overtaken)
            {
                // Another evaluation finished while this one was counting; what it saw may be newer, so count again.
            }
        }
    }

    private Task<Evaluation?> LatestAsync(Viewer viewer, CancellationToken cancel) =>
        db.Evaluations.AsNoTracking().OfPartnership(viewer).OrderByDescending(e => e.AsAt).ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancel);

    private sealed class Overtaken : Exception;
}
