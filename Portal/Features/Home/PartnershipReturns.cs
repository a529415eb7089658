using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Funding;

namespace Portal.Features.Home;

/// <summary>What a commissioner has to see to about the returns of all agencies, the cycles they belong to and the money for what they ask.</summary>
public sealed class PartnershipReturns(PortalDb db, FundingLedger ledger, UkClock clock)
{
    /// <summary>How long before a source of funding ends it becomes a task.</summary>
    private const int DaysOfNotice = 90;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, DateOnly today, CancellationToken cancel) =>
        [.. await ReturnsAsync(viewer, today, cancel), .. await CyclesAsync(viewer, today, cancel), .. viewer.May(Permission.EditFunding) ? await FundingAsync(viewer, today, cancel) : []];

    private async Task<IReadOnlyList<HomeTask>> ReturnsAsync(Viewer viewer, DateOnly today, CancellationToken cancel)
    {
        var tasks = new List<HomeTask>();
        var waiting = db.Returns.VisibleTo(viewer, db, Permission.ReviewReturns).Where(a => a.State == ReturnState.Submitted);
        if (await waiting.CountAsync(cancel) is > 0 and var toReview)
        {
            var first = UkClock.DayOf((await waiting.MinAsync(a => a.SignedAt, cancel))!.Value);
            tasks.Add(new($"Review {Words.Count(toReview, "return")}", "/Returns?Show=ToReview", null,
                $"The first was signed on {Words.Day(first)}"));
        }
        var missing = await db.Returns.VisibleTo(viewer, db).MissingAt(clock.Now, db).Select(a => a.DueAt).ToListAsync(cancel);
        if (missing.Count > 0) tasks.Add(new($"Ask for {Words.Count(missing.Count, "return that is", "returns that are")} late", "/Returns?Show=Missing", UkClock.DayOf(missing.Min()), "More time can be given, for a reason"));
        var unsigned = await db.Returns.VisibleTo(viewer, db).WithoutSigner(db, today).Select(a => a.AgencyId).ToListAsync(cancel);
        if (unsigned.Count > 0)
            tasks.Add(new(unsigned.Count == 1 ? "Name an executive lead who can sign a return" : $"Name executive leads who can sign {unsigned.Count} returns", unsigned.Count == 1 ? $"/Agencies/{unsigned[0]}" : "/Returns?Show=ToSign", null, "It was sent for a signature, and nobody is in post who can give it"));
        return tasks;
    }

    private async Task<IReadOnlyList<HomeTask>> CyclesAsync(Viewer viewer, DateOnly today, CancellationToken cancel) =>
        [.. (await db.Phases.OfPartnership(viewer).Where(p => p.StartsOn <= today && !db.Cycles.Any(c => c.PhaseId == p.Id && c.EndsOn >= today)
            && db.Agencies.OpenOn(today).Any(a => a.PhaseId == p.Id)).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancel))
            .Select(phase => new HomeTask($"Plan a cycle of returns for phase {phase}", "/Cycles/Plan", null, "No cycle is planned or open for its agencies"))];

    private async Task<IReadOnlyList<HomeTask>> FundingAsync(Viewer viewer, DateOnly today, CancellationToken cancel) =>
        [.. (await ledger.RunAsync(viewer, cancel)).Open.Where(s => s.EndsOn <= today.AddDays(DaysOfNotice) && s.Free > Money.Zero)
            .Select(s => new HomeTask($"Decide what {s.Free} of “{s.Name}” is spent on", "/Funding", s.EndsOn, "It cannot be spent after that day"))];
}
