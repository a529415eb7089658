using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Home;

/// <summary>What waits for a person about skill-gap assessments: to make one, to help with one, to sign one, or to see to those of all agencies.</summary>
public sealed class ReturnTasks(PortalDb db, ReturnProgress progress, PartnershipReturns partnership, UkClock clock)
{
    private sealed record Row(AgencyReturn Return, string Cycle)
    {
        /// <summary>None for a version after the first, nor for one that was sent in time and came back.</summary>
        public DateOnly? Due => Return.SentAt is null && Return.Number == 1 ? UkClock.DayOf(Return.DueAt) : null;
    }

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
    [
        .. viewer.Reach(Permission.WriteReturns) switch
        {
            Reach.Agency => [.. await ToMakeAsync(viewer, cancel), .. await WithoutSignerAsync(viewer, cancel)],
            Reach.Own or Reach.Team => await SharedAsync(viewer, cancel),
            _ => [],
        },
        .. viewer.May(Permission.SignReturns) ? [.. await ToSignAsync(viewer, cancel), .. await MissingAsync(viewer, cancel)] : Array.Empty<HomeTask>(),
        .. viewer.May(Permission.ManageCycles) ? await partnership.RunAsync(viewer, clock.Today, cancel) : [],
    ];

    private async Task<IReadOnlyList<HomeTask>> ToMakeAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> tasks = [];
        foreach (var row in await RowsAsync(Writable(viewer), cancel))
            tasks.Add(new($"Make the return for {row.Cycle}", $"/Returns/{row.Return.Id}", row.Due,
                $"{(await progress.RunAsync(row.Return.Id, cancel)).Percent}% is done{(row.Return.ChangeNote is null ? "" : ". Changes were asked for")}"));
        return tasks;
    }

    private async Task<IReadOnlyList<HomeTask>> SharedAsync(Viewer viewer, CancellationToken cancel)
    {
        var rows = await RowsAsync(Writable(viewer), cancel);
        var ids = rows.Select(r => r.Return.Id).ToList();
        var shared = (await db.ReturnShares.Where(s => s.UserId == viewer.UserId && ids.Contains(s.ReturnId)).ToListAsync(cancel)).ToLookup(s => s.ReturnId, s => s.Section);
        List<HomeTask> tasks = [];
        foreach (var row in rows)
        {
            var figures = await progress.RunAsync(row.Return.Id, cancel);
            tasks.AddRange(shared[row.Return.Id].Order().Select(section => (Section: section, Progress: figures.For(section)))
                .Select(s => new HomeTask($"Fill in “{s.Section.Words()}” of the return for {row.Cycle}", $"/Returns/{row.Return.Id}/{s.Section}", row.Due, $"{s.Progress.Done} of {s.Progress.Of} done")));
        }
        return tasks;
    }

    private async Task<IReadOnlyList<HomeTask>> ToSignAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = db.Returns.VisibleTo(viewer, db, Permission.SignReturns).Where(a => a.State == ReturnState.AwaitingSignature && a.SentBy != viewer.UserId);
        return [.. (await RowsAsync(waiting, cancel)).Select(r => new HomeTask($"Sign the return for {r.Cycle}", $"/Returns/{r.Return.Id}/Sign",
            r.Return is { SignedAt: null, Number: 1 } ? UkClock.DayOf(r.Return.DueAt) : null, "Your agency’s training lead has sent it to you"))];
    }

    /// <summary>For who sent it and cannot sign it: the post beside theirs is vacant.</summary>
    private async Task<IReadOnlyList<HomeTask>> WithoutSignerAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await RowsAsync(db.Returns.VisibleTo(viewer, db, Permission.WriteReturns).WithoutSigner(db, clock.Today), cancel))
            .Select(r => new HomeTask("Ask the commissioner for an executive lead", $"/Agencies/{r.Return.AgencyId}", null, $"The return for {r.Cycle} waits for a signature, and nobody is in post who can give it"))];

    /// <summary>For the executive lead, who answers for what the training lead has not sent.</summary>
    private async Task<IReadOnlyList<HomeTask>> MissingAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await RowsAsync(db.Returns.VisibleTo(viewer, db, Permission.SignReturns).MissingAt(clock.Now, db), cancel))
            .Select(r => new HomeTask($"See that the return for {r.Cycle} is sent", $"/Returns/{r.Return.Id}", r.Due, "Your agency’s training lead has not sent it to you yet"))];

    /// <summary>What was never made in a cycle that another has followed is for the report, not a task.</summary>
    private IQueryable<AgencyReturn> Writable(Viewer viewer) => db.Returns.VisibleTo(viewer, db, Permission.WriteReturns)
        .Where(a => a.State == ReturnState.ChangesRequested || a.State == ReturnState.Reopened
            || (a.State == ReturnState.Draft && !db.Returns.Any(later => later.AgencyId == a.AgencyId && later.Number == 1 && later.DueAt > a.DueAt)));

    private async Task<List<Row>> RowsAsync(IQueryable<AgencyReturn> returns, CancellationToken cancel) =>
        [.. (await returns.AsNoTracking().Join(db.Cycles, a => a.CycleId, c => c.Id, (a, c) => new { Return = a, c.Title }).OrderBy(x => x.Return.DueAt).ThenBy(x => x.Return.Id).ToListAsync(cancel))
            .Select(x => new Row(x.Return, x.Title))];
}
