using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Assessments;

namespace Portal.Features.Home;

/// <summary>What waits for a person about skill-gap assessments: to make one, to help with one, to sign one, or to see to those of all agencies.</summary>
public sealed class ReturnTasks(PortalDb db, ReturnProgress progress, PartnershipReturns partnership, UkClock clock)
{
    private sealed record Row(GapAssessment Assessment, string Cycle)
    {
        /// <summary>None for a version after the first, nor for one that was sent in time and came back.</summary>
        public DateOnly? Due => Assessment.SentAt is null && Assessment.Number == 1 ? UkClock.DayOf(Assessment.DueAt) : null;
    }

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
    [
        .. viewer.Reach(Permission.WriteAssessments) switch
        {
            Reach.Agency => [.. await ToMakeAsync(viewer, cancel), .. await WithoutSignerAsync(viewer, cancel)],
            Reach.Own or Reach.Team => await SharedAsync(viewer, cancel),
            _ => [],
        },
        .. viewer.May(Permission.SignAssessments) ? [.. await ToSignAsync(viewer, cancel), .. await MissingAsync(viewer, cancel)] : Array.Empty<HomeTask>(),
        .. viewer.May(Permission.ManageCycles) ? await partnership.RunAsync(viewer, clock.Today, cancel) : [],
    ];

    private async Task<IReadOnlyList<HomeTask>> ToMakeAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> tasks = [];
        foreach (var row in await RowsAsync(Writable(viewer), cancel))
            tasks.Add(new($"Make the return for {row.Cycle}", $"/Assessments/{row.Assessment.Id}", row.Due,
                $"{(await progress.RunAsync(row.Assessment.Id, cancel)).Percent}% is done{(row.Assessment.ChangeNote is null ? "" : ". Changes were asked for")}"));
        return tasks;
    }

    private async Task<IReadOnlyList<HomeTask>> SharedAsync(Viewer viewer, CancellationToken cancel)
    {
        var rows = await RowsAsync(Writable(viewer), cancel);
        var ids = rows.Select(r => r.Assessment.Id).ToList();
        var shared = (await db.AssessmentShares.Where(s => s.UserId == viewer.UserId && ids.Contains(s.AssessmentId)).ToListAsync(cancel)).ToLookup(s => s.AssessmentId, s => s.Section);
        List<HomeTask> tasks = [];
        foreach (var row in rows)
        {
            var figures = await progress.RunAsync(row.Assessment.Id, cancel);
            tasks.AddRange(shared[row.Assessment.Id].Order().Select(section => (Section: section, Progress: figures.For(section)))
                .Select(s => new HomeTask($"Fill in “{s.Section.Words()}” of the return for {row.Cycle}", $"/Assessments/{row.Assessment.Id}/{s.Section}", row.Due, $"{s.Progress.Done} of {s.Progress.Of} done")));
        }
        return tasks;
    }

    private async Task<IReadOnlyList<HomeTask>> ToSignAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = db.GapAssessments.VisibleTo(viewer, db, Permission.SignAssessments).Where(a => a.State == AssessmentState.AwaitingSignature && a.SentBy != viewer.UserId);
        return [.. (await RowsAsync(waiting, cancel)).Select(r => new HomeTask($"Sign the return for {r.Cycle}", $"/Assessments/{r.Assessment.Id}/Sign",
            r.Assessment is { SignedAt: null, Number: 1 } ? UkClock.DayOf(r.Assessment.DueAt) : null, "Your agency’s training lead has sent it to you"))];
    }

    /// <summary>For who sent it and cannot sign it: the post beside theirs is vacant.</summary>
    private async Task<IReadOnlyList<HomeTask>> WithoutSignerAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await RowsAsync(db.GapAssessments.VisibleTo(viewer, db, Permission.WriteAssessments).WithoutSigner(db, clock.Today), cancel))
            .Select(r => new HomeTask("Ask the commissioner for an executive lead", $"/Agencies/{r.Assessment.AgencyId}", null, $"The return for {r.Cycle} waits for a signature, and nobody is in post who can give it"))];

    /// <summary>For the executive lead, who answers for what the training lead has not sent.</summary>
    private async Task<IReadOnlyList<HomeTask>> MissingAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await RowsAsync(db.GapAssessments.VisibleTo(viewer, db, Permission.SignAssessments).MissingAt(clock.Now, db), cancel))
            .Select(r => new HomeTask($"See that the return for {r.Cycle} is sent", $"/Assessments/{r.Assessment.Id}", r.Due, "Your agency’s training lead has not sent it to you yet"))];

    /// <summary>What was never made in a cycle that another has followed is for the report, not a task.</summary>
    private IQueryable<GapAssessment> Writable(Viewer viewer) => db.GapAssessments.VisibleTo(viewer, db, Permission.WriteAssessments)
        .Where(a => a.State == AssessmentState.ChangesRequested || a.State == AssessmentState.Reopened
            || (a.State == AssessmentState.Draft && !db.GapAssessments.Any(later => later.AgencyId == a.AgencyId && later.Number == 1 && later.DueAt > a.DueAt)));

    private async Task<List<Row>> RowsAsync(IQueryable<GapAssessment> assessments, CancellationToken cancel) =>
        [.. (await assessments.AsNoTracking().Join(db.Cycles, a => a.CycleId, c => c.Id, (a, c) => new { Assessment = a, c.Title }).OrderBy(x => x.Assessment.DueAt).ThenBy(x => x.Assessment.Id).ToListAsync(cancel))
            .Select(x => new Row(x.Assessment, x.Title))];
}
