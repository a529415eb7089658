using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Benchmarks;

/// <summary>
/// The rows that the acts wrote for one return, taken out and written again: for each act one transaction of bare inserts,
/// nothing read, nothing audited.
/// </summary>
internal sealed record ReturnsFloor(IReadOnlyList<(string Act, Func<PortalDb, Task> Insert)> Acts)
{
    /// <summary>Takes the rows out of the database.</summary>
    public static async Task<IReadOnlyList<ReturnsFloor>> TakeAsync(MadeUp boroughs, Id<Cycle> cycle)
    {
        IReadOnlyList<ReturnsFloor> floors = [];
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            var of = db.Returns.Where(a => a.CycleId == cycle);
            var lines = (await db.GapLines.AsNoTracking().Where(x => of.Any(a => a.Id == x.ReturnId)).ToListAsync())
                .ToLookup(x => x.ReturnId);
            var answers = (await db.ReturnAnswers.AsNoTracking().Where(x => of.Any(a => a.Id == x.ReturnId)).ToListAsync())
                .ToLookup(x => x.ReturnId);
            var actions = (await db.GapActions.AsNoTracking().Include(x => x.Gaps).Where(x => of.Any(a => a.Id == x.ReturnId))
                .ToListAsync())
                .ToLookup(x => x.ReturnId);
            var costs = (await db.CostLines.AsNoTracking().Where(x => of.Any(a => a.Id == x.ReturnId)).ToListAsync())
                .ToLookup(x => x.ReturnId);
            var events = (await db.Set<ReturnEvent>().AsNoTracking().Where(x => of.Any(a => a.Id == x.ReturnId)).ToListAsync())
                .ToLookup(x => x.ReturnId);
            var mails = (await db.Outbox.AsNoTracking().Where(m => m.Key.StartsWith("return/")).ToListAsync())
                .ToLookup(m => m.Key.Split('/')[1]);
            var ids = await of.Select(a => a.Id).ToListAsync();
            foreach (var id in ids)
            {
                var told = mails[$"{id}"].Select(m => m.Key).ToList();
                await db.Outbox.Where(m => told.Contains(m.Key)).ExecuteDeleteAsync();
            }
            await db.CostLines.Where(x => of.Any(a => a.Id == x.ReturnId)).ExecuteDeleteAsync();
            await db.Set<GapActionLine>().Where(l => db.GapActions.Any(x => x.Id == l.ActionId && of.Any(a => a.Id == x.ReturnId)))
                .ExecuteDeleteAsync();
            await db.GapActions.Where(x => of.Any(a => a.Id == x.ReturnId)).ExecuteDeleteAsync();
            await db.ReturnAnswers.Where(x => of.Any(a => a.Id == x.ReturnId)).ExecuteDeleteAsync();
            await db.GapLines.Where(x => of.Any(a => a.Id == x.ReturnId)).ExecuteDeleteAsync();
            await db.Set<ReturnEvent>().Where(x => of.Any(a => a.Id == x.ReturnId)).ExecuteDeleteAsync();
            floors = [.. ids.Select(id => new ReturnsFloor(
            [
                (ReturnsBenchmark.Confirm, d => d.BulkInsertAsync(lines[id], CancellationToken.None)),
                .. answers[id].Select(a => (ReturnsBenchmark.Answer,
                    (Func<PortalDb, Task>)(d => d.BulkInsertAsync([a], CancellationToken.None)))),
                .. actions[id].Select(a => (ReturnsBenchmark.Plan, (Func<PortalDb, Task>)(async d =>
                {
                    await d.BulkInsertAsync([a], CancellationToken.None);
                    await d.BulkInsertAsync(a.Gaps, CancellationToken.None);
                }))),
                .. costs[id].Select(c => (ReturnsBenchmark.Cost,
                    (Func<PortalDb, Task>)(d => d.BulkInsertAsync([c], CancellationToken.None)))),
                (ReturnsBenchmark.Send, async d =>
                {
                    await d.BulkInsertAsync(events[id], CancellationToken.None);
                    await d.BulkInsertAsync(mails[$"{id}"], CancellationToken.None);
                }),
            ]))];
        });
        return floors;
    }

    public async Task WriteAsync(MadeUp boroughs, Times times)
    {
        foreach (var (act, insert) in Acts)
            await times.AddAsync(act, () => boroughs.ActAsync(async acts =>
            {
                var db = acts.GetRequiredService<PortalDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                await insert(db);
                await transaction.CommitAsync();
            }));
    }
}
