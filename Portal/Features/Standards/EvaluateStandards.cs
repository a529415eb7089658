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
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.HoldAsync(viewer.PartnershipId, cancel);
            // Another evaluation may have finished while this one was counting; what it saw may be newer, so count again.
            if (await LatestAsync(viewer, cancel) is var now && (now?.Id, now?.StartedAt) != (latest?.Id, latest?.StartedAt)) continue;
            var changed = await results.RunAsync(viewer, verdicts, asAt, cancel);
            var (opened, closed) = await flags.RunAsync(viewer, verdicts, asAt, cancel);
            var evaluation = new Evaluation
            {
                PartnershipId = viewer.PartnershipId,
                AsAt = asAt,
                StartedAt = started,
                FinishedAt = clock.Now,
                ResultsChanged = changed,
                FlagsOpened = opened,
                FlagsClosed = closed,
            };
            if (viewer.Role == Role.System && latest?.AsAt == asAt && changed + opened + closed == 0)
                await LookedAgainAsync(latest.Id, evaluation, cancel);
            else
            {
                db.Evaluations.Add(evaluation);
                await db.SaveAsync(viewer, "Evaluated the standards", cancel);
            }
            await transaction.CommitAsync(cancel);
            return evaluation;
        }
    }

    /// <summary>
    /// The same as at today for each of several partnerships; one that cannot be judged is named at the end, and keeps no other waiting.
    /// </summary>
    public async Task EachAsync(IQueryable<Partnership> partnerships, CancellationToken cancel)
    {
        List<string> refusals = [];
        foreach (var partnership in await partnerships.OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancel))
            try
            {
                await RunAsync(Viewer.System(partnership.Id), clock.Today, cancel);
            }
            catch (Refused no)
            {
                refusals.Add($"{partnership.Name}: {no.Message}");
            }
        if (refusals.Count > 0) throw new Refused(string.Join("; ", refusals));
    }

    /// <summary>Nothing is new but the time: a day of many changes that change no standing is no day of many lines.</summary>
    private Task<int> LookedAgainAsync(Id<Evaluation> id, Evaluation again, CancellationToken cancel) => db.Evaluations
        .Where(e => e.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.StartedAt, again.StartedAt).SetProperty(e => e.FinishedAt, again.FinishedAt), cancel);

    private Task<Evaluation?> LatestAsync(Viewer viewer, CancellationToken cancel) =>
        db.Evaluations.AsNoTracking().OfPartnership(viewer).OrderByDescending(e => e.AsAt).ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancel);
}
