using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Standards.AtHome;

/// <summary>How the agencies of the partnership stand, in a few figures: today, and a quarter ago.</summary>
public sealed class Standings(PortalDb db, UkClock clock, LastJudged judged) : IHomePanel
{
    /// <param name="Following">Agencies whose every judged result is met.</param>
    /// <param name="Judged">Agencies with any result that is due.</param>
    /// <param name="Unknown">Agencies with a result that nobody can tell.</param>
    /// <param name="Held">
    /// People at the level their job needs, in each agency of which that is known: who works for two counts in both.
    /// </param>
    /// <param name="Headline">The code of the standard that asks it; null while none does.</param>
    public sealed record Figures(
        int Following, int Judged, int Unknown, IReadOnlyDictionary<Severity, int> FlagsBySeverity, int Held, int Need, string? Headline)
    {
        public int OpenFlags => FlagsBySeverity.Values.Sum();
    }

    /// <param name="JudgedAt">UTC; null before the first time.</param>
    public sealed record Compared(Figures Now, Figures Before, DateTime? JudgedAt);

    public int Order => 20;
    public IReadOnlyList<Role> Roles => [Role.Commissioner];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel) => new("~/Features/Standards/AtHome/_Standings.cshtml",
        new Compared(await OnAsync(viewer, clock.Today, cancel), await OnAsync(viewer, clock.Today.AddMonths(-3), cancel),
            await judged.RunAsync(viewer, cancel)));

    private async Task<Figures> OnAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var results = db.StandardResults.AsNoTracking().VisibleTo(viewer).StandingOn(day);
        var due = results.Where(r => r.Outcome != Outcome.NotYetDue && r.Outcome != Outcome.NotApplicable);
        var agencies = await due.GroupBy(r => r.AgencyId).Select(g => new
        {
            Failing = g.Count(r => r.Outcome == Outcome.NotMet || r.Outcome == Outcome.PartlyMet),
            Unknown = g.Count(r => r.Outcome == Outcome.Unknown),
        }).ToListAsync(cancel);
        var people = await results.Judged().OnHeadline(db).GroupBy(_ => 1)
            .Select(g => new { Held = g.Sum(r => r.Numerator), Need = g.Sum(r => r.Denominator), Code = g.Max(r => r.StandardCode) })
            .SingleOrDefaultAsync(cancel);
        var flags = await db.Flags.VisibleTo(viewer).OpenOn(day)
            .GroupBy(f => f.Severity).ToDictionaryAsync(g => g.Key, g => g.Count(), cancel);
        var following = agencies.Count(a => a is { Failing: 0, Unknown: 0 });
        return new(following, agencies.Count, agencies.Count(a => a.Unknown > 0), flags, people?.Held ?? 0, people?.Need ?? 0,
            people?.Code);
    }
}
