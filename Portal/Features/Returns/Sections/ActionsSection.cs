using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>The gaps of a return, the actions that are to close them, and which gaps no action closes yet.</summary>
public sealed class ActionsSection(PortalDb db, PeopleSection people)
{
    /// <param name="Gaps">In the order of their levels.</param>
    public sealed record Row(GapAction Action, IReadOnlyList<PeopleSection.Row> Gaps, IReadOnlyList<CostLine> Costs)
    {
        public Money Total => Costs.Sum(c => c.Total);
        public string Words => Action.What ?? Action.Route.Words();
    }

    public sealed record Plans(IReadOnlyList<PeopleSection.Row> Gaps, IReadOnlyList<Row> Actions)
    {
        public IReadOnlyList<PeopleSection.Row> Open => [.. Gaps.Where(g => !Actions.Any(a => a.Gaps.Any(x => x.Line.Id == g.Line.Id)))];
    }

    public async Task<Plans> RunAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var lines = await people.RunAsync(id, cancel);
        var actions = await db.GapActions.AsNoTracking().Include(a => a.Gaps).Where(a => a.ReturnId == id).OrderBy(a => a.Id)
            .ToListAsync(cancel);
        var costs = (await db.CostLines.AsNoTracking().Where(c => c.ReturnId == id).OrderBy(c => c.Id).ToListAsync(cancel))
            .ToLookup(c => c.ActionId);
        return new(
            [.. lines.Where(l => l.Line.ToClose > 0)],
            [.. actions.Select(a => new Row(a, [.. lines.Where(l => a.Gaps.Any(g => g.LineId == l.Line.Id))], [.. costs[a.Id]]))]);
    }
}
