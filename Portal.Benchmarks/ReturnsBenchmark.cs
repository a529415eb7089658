using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;

namespace Portal.Benchmarks;

/// <summary>
/// The last moments before a deadline: 260 agencies answer, save and send their returns through the portal's acts, 16 at a
/// time, while someone reads the matrix. Afterwards every return must be there whole. The floor writes the same rows of
/// each act in one transaction, without a question asked, by as many hands on the same database.
/// </summary>
internal static class ReturnsBenchmark
{
    internal const string Confirm = "confirm the figures", Answer = "answer a question", Plan = "save an action", Cost = "save a cost",
        Send = "send it";

    private const int Agencies = 260, Hands = 16;

    private static readonly (CostKind Kind, decimal Quantity, decimal Pounds)[] Costs =
    [
        (CostKind.ProviderFee, 12, 70), (CostKind.StaffRelease, 84, 17.20m), (CostKind.Venue, 2, 150)
    ];

    private static CancellationToken None => CancellationToken.None;

    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        var scene = await ReturnsScene.SetAsync(boroughs, Agencies);
        var acts = new Times();
        using var stop = new CancellationTokenSource();
        ThreadPool.SetMinThreads(Hands + 2, Hands + 2);
        // SQLite answers on the thread that asks, so the reader needs one of its own.
        var reading = Task.Run(() => ReadAsync(boroughs, scene.Commissioner, stop.Token));
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            scene.Returns, new ParallelOptions { MaxDegreeOfParallelism = Hands },
            async (one, _) => await MakeAsync(boroughs, one, scene.Questions, acts));
        var took = watch.Elapsed;
        await stop.CancelAsync();
        var matrix = await reading;
        var lost = await LostAsync(boroughs, scene);

        var floor = new Times();
        var rows = await ReturnsFloor.TakeAsync(boroughs, scene.CycleId);
        await Parallel.ForEachAsync(
            rows, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (one, _) => await one.WriteAsync(boroughs, floor));
        await scene.ForgetAsync(boroughs);

        var table = new Table("act", "times", "median ms", "p95 ms", "floor median ms", "floor p95 ms", "p95 ratio");
        foreach (var name in new[] { Confirm, Answer, Plan, Cost, Send })
        {
            var (sample, by) = (acts.Of(name), floor.Of(name));
            table.Add(
                name, sample.Seconds.Count, sample.Median * 1000, sample.P95 * 1000, by.Median * 1000, by.P95 * 1000, sample.P95 / by.P95);
        }
        if (matrix.Seconds.Count > 0)
            table.Add("the matrix is read", matrix.Seconds.Count, matrix.Median * 1000, matrix.P95 * 1000, "", "", "");
        table.Print($"{Agencies} agencies send their returns, {Hands} at a time, {options.Profile}, {options.Provider}");
        Console.WriteLine($"All in {took.TotalSeconds:N1} s. {(lost == 0 ? "Nothing was lost." : $"{lost:N0} rows were LOST.")}");
        if (lost > 0) throw new InvalidOperationException("Something was lost");
    }

    /// <summary>As a lead does it: each press of a button with a context of its own.</summary>
    private static async Task MakeAsync(MadeUp boroughs, ReturnsScene.One one, IReadOnlyList<CycleQuestion> questions, Times times)
    {
        await times.AddAsync(
            Confirm, () => boroughs.ActAsync(acts => acts.GetRequiredService<ConfirmLines>().RunAsync(one.Lead, one.Id, one.Taken, None)));
        foreach (var question in questions)
            await times.AddAsync(Answer, () => boroughs.ActAsync(acts => acts.GetRequiredService<AnswerQuestion>()
                .RunAsync(
                    one.Lead, one.Id, question.Id, new(2, 3, "Cover for shifts.", null), null, false, AnswerQuestion.NoAnswer, None)));
        Id<GapAction> action = default;
        await times.AddAsync(Plan, () => boroughs.ActAsync(async acts => action = await acts.GetRequiredService<SaveAction>()
            .RunAsync(
                one.Lead, one.Id, null, new(ActionRoute.PlaceOnCourse, "Two mornings", "Head of service", new(2027, 3, 31), 12, one.Gaps),
                0, None)));
        foreach (var (kind, quantity, pounds) in Costs)
            await times.AddAsync(Cost, () => boroughs.ActAsync(acts => acts.GetRequiredService<SaveCost>()
                .RunAsync(
                    one.Lead, one.Id, action, null, new(kind, null, quantity, Money.OfPounds(pounds), 20, CostFunding.Partnership, 2026), 0,
                    None)));
        await times.AddAsync(
            Send, () => boroughs.ActAsync(acts => acts.GetRequiredService<SendReturn>().RunAsync(one.Lead, one.Id, null, 0, None)));
    }

    private static async Task<Sample> ReadAsync(MadeUp boroughs, Viewer viewer, CancellationToken stop)
    {
        List<double> seconds = [];
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await boroughs.ActAsync(acts => ReturnsScene.MatrixAsync(acts, viewer));
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        return new(seconds);
    }

    /// <summary>How many rows are missing of what every return must hold.</summary>
    private static async Task<int> LostAsync(MadeUp boroughs, ReturnsScene scene)
    {
        var missing = 0;
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            var of = db.Returns.Where(a => a.CycleId == scene.CycleId);
            missing += Agencies - await of.CountAsync(a => a.State == ReturnState.AwaitingSignature && a.SentAt != null);
            missing += await db.GapLines.CountAsync(l => l.AnsweredAt == null && of.Any(a => a.Id == l.ReturnId));
            missing += (Agencies * scene.Questions.Count) - await db.ReturnAnswers.CountAsync(x => x.AnsweredAt != null
                && of.Any(a => a.Id == x.ReturnId));
            missing += Agencies - await db.GapActions.CountAsync(x => of.Any(a => a.Id == x.ReturnId));
            missing += (Agencies * Costs.Length) - await db.CostLines.CountAsync(x => x.NetPence > 0 && of.Any(a => a.Id == x.ReturnId));
        });
        return missing;
    }
}
