using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>
/// Opens an accepted return as a new version with the same content, shared with the same colleagues; the accepted one stays as it was.
/// </summary>
public sealed class ReopenReturn(PortalDb db, StepOfReturn steps)
{
    public async Task<Id<AgencyReturn>> RunAsync(Viewer viewer, Id<AgencyReturn> id, string? note, int seen, CancellationToken cancel)
    {
        AgencyReturn next = null!;
        await steps.RunAsync(viewer, Permission.ReviewReturns, id, seen, "Reopened a return", async step =>
        {
            var (cycle, agency, number) = (step.Return.CycleId, step.Return.AgencyId, step.Return.Number);
            if (await db.Returns.AnyAsync(a => a.CycleId == cycle && a.AgencyId == agency && a.Number > number, cancel))
                throw new Refused("A newer version of this return is open already");
            next = step.Return.Reopen(viewer, note, step.Now);
            db.Returns.Add(next);
            await CopyAsync(id, next.Id, cancel);
            var about = (step with { Return = next }).About;
            steps.Tell(step.Leads.Asked(), to => new ReturnReopenedMail(about, to, step.Now, note));
        }, cancel);
        return next.Id;
    }

    private async Task CopyAsync(Id<AgencyReturn> from, Id<AgencyReturn> to, CancellationToken cancel)
    {
        var lines = (await db.GapLines.AsNoTracking().Where(l => l.ReturnId == from).ToListAsync(cancel))
            .ToDictionary(l => l.Id, l => l.CopyTo(to));
        var actions = (await db.GapActions.AsNoTracking().Include(a => a.Gaps).Where(a => a.ReturnId == from).ToListAsync(cancel))
            .ToDictionary(a => a.Id, a => a.CopyTo(to, lines.ToDictionary(l => l.Key, l => l.Value.Id)));
        db.GapLines.AddRange(lines.Values);
        db.GapActions.AddRange(actions.Values);
        var answers = await db.ReturnAnswers.AsNoTracking().Where(a => a.ReturnId == from).ToListAsync(cancel);
        db.ReturnAnswers.AddRange(answers.Select(a => a.CopyTo(to)));
        var costs = await db.CostLines.AsNoTracking().Where(c => c.ReturnId == from).ToListAsync(cancel);
        db.CostLines.AddRange(costs.Select(c => c.CopyTo(to, actions[c.ActionId].Id)));
        var shares = await db.ReturnShares.AsNoTracking().Where(s => s.ReturnId == from).ToListAsync(cancel);
        db.ReturnShares.AddRange(shares.Select(s => new ReturnShare { ReturnId = to, Section = s.Section, UserId = s.UserId }));
    }
}
