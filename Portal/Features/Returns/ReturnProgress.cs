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

    /// <summary>All of it in one query: pages of a return ask several times.</summary>
    public async Task<Figures> RunAsync(Id<AgencyReturn> id, CancellationToken cancel)
    {
        var (lines, gaps) = (db.GapLines.Where(l => l.ReturnId == id), db.GapsOf(id));
        var (withoutPlan, withoutCosting) = (gaps.WithoutPlan(db), gaps.WithoutCosting(db));
        var about =
            from link in db.Set<GapActionLine>()
            join action in db.GapActions on link.ActionId equals action.Id
            where action.ReturnId == id
            select new { link.LineId, Action = action };
        var counted = await db.Returns.Where(r => r.Id == id).Select(r => new
        {
            Lines = lines.Count(), LinesAnswered = lines.Count(l => l.AnsweredAt != null), Staff = lines.Sum(l => l.Headcount),
            Questions = db.Set<CycleQuestion>().Count(q => q.CycleId == r.CycleId),
            QuestionsAnswered = db.ReturnAnswers.Count(a => a.ReturnId == id && a.AnsweredAt != null),
            Gaps = gaps.Count(), Touched = gaps.Count(g => about.Any(a => a.LineId == g.Id)), WithoutPlan = withoutPlan.Count(),
            OwnerMissing = gaps.Count(g => about.Any(a => a.LineId == g.Id && a.Action.Owner == null)),
            WithoutCosting = withoutCosting.Count(),
            BlankCosts = db.CostLines.Count(c => c.ReturnId == id && (c.Quantity == null || c.UnitPrice == null)),
        }).SingleAsync(cancel);
        return new(
            counted.Lines, counted.LinesAnswered, counted.Questions, counted.QuestionsAnswered, counted.Gaps, counted.Touched,
            counted.Gaps - counted.WithoutPlan, counted.OwnerMissing, counted.Gaps - counted.WithoutCosting, counted.BlankCosts,
            counted.Staff);
    }
}
