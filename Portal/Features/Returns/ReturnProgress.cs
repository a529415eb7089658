using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns;

/// <summary>
/// How much of a return is done: what is filled in by the portal or carried forward counts only when someone has looked at it.
/// </summary>
public sealed class ReturnProgress(PortalDb db)
{
    /// <param name="Gaps">Lines on which someone does not hold the level; zero until the figures are taken.</param>
    /// <param name="Costed">Gaps with an action whose costing has at least one line that is not blank.</param>
    /// <param name="Planned">Gaps with an action that has an owner and a date.</param>
    /// <param name="Touched">Gaps with any action.</param>
    /// <param name="BlankCosts">Cost lines without quantity or price.</param>
    /// <param name="Staff">Everyone the lines count.</param>
    public sealed record Figures(
        int Lines, int LinesAnswered, int Questions, int QuestionsAnswered, int Gaps, int Touched, int Planned, int OwnerMissing,
        int Costed, int BlankCosts, int Staff)
    {
        public GapCounts Counts => new(Gaps, Costed, Planned, OwnerMissing);

        public (int Done, int Of) For(ReturnSection section) => section switch
        {
            ReturnSection.People => (LinesAnswered, Lines),
            ReturnSection.Questions => (QuestionsAnswered, Questions),
            ReturnSection.Actions => (Planned, Gaps),
            ReturnSection.Costing => (Costed, Gaps),
        };

        /// <summary>Of all that there is to answer, per cent; rounded down, so that 100 means everything.</summary>
        public int Percent
        {
            get
            {
                var parts = Enum.GetValues<ReturnSection>().Select(For).ToList();
                var all = parts.Sum(p => p.Of);
                return all == 0 ? 0 : 100 * parts.Sum(p => p.Done) / all;
            }
        }
    }

    public async Task<Figures> RunAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var lines = db.GapLines.Where(l => l.ReturnId == id);
        var gaps = db.GapsOf(id);
        var count = await gaps.CountAsync(cancel);
        var about =
            from link in db.Set<GapActionLine>()
            join action in db.GapActions on link.ActionId equals action.Id
            where action.ReturnId == id
            select new { link.LineId, Action = action };
        var costs = db.CostLines.Where(c => c.ReturnId == id);
        var questions = await db.Set<CycleQuestion>().CountAsync(q => db.Returns.Any(a => a.Id == id && a.CycleId == q.CycleId), cancel);
        return new(
            await lines.CountAsync(cancel), await lines.CountAsync(l => l.AnsweredAt != null, cancel),
            questions, await db.ReturnAnswers.CountAsync(a => a.ReturnId == id && a.AnsweredAt != null, cancel),
            count,
            await gaps.CountAsync(g => about.Any(a => a.LineId == g.Id), cancel),
            count - await gaps.WithoutPlan(db).CountAsync(cancel),
            await gaps.CountAsync(g => about.Any(a => a.LineId == g.Id && a.Action.Owner == null), cancel),
            count - await gaps.WithoutCosting(db).CountAsync(cancel),
            await costs.CountAsync(c => c.Quantity == null || c.UnitPrice == null, cancel), await lines.SumAsync(l => l.Headcount, cancel));
    }
}
