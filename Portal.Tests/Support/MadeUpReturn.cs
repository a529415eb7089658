using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Demo;

namespace Portal.Tests.Support;

/// <summary>
/// A return of one agency with a row of every kind, being written; and the ledger's rows, which belong to nobody's agency.
/// </summary>
internal static class MadeUpReturn
{
    private const string Title = "Phase 1, a test";

    /// <summary>The ids of its rows, by the names they have in addresses. A second agency gets a return in the same cycle.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> WriteAsync(PortalDb db, Id<Agency> agency)
    {
        var (partnership, today, now) =
            ((await db.Agencies.SingleAsync(a => a.Id == agency)).PartnershipId, Given.Today, new TestClock().Now);
        var cycle = await db.Cycles.Include(c => c.Questions).SingleOrDefaultAsync(c => c.Title == Title && c.PartnershipId == partnership)
            ?? await CycleAsync(db, partnership, today);
        var role = await db.JobRoles.Where(r => r.PartnershipId == partnership).OrderBy(r => r.Code).FirstAsync();
        var agencyReturn = new AgencyReturn
        {
            PartnershipId = partnership, CycleId = cycle.Id, AgencyId = agency, Number = 1, DueAt = cycle.DueAt, FiguresTakenAt = now
        };
        var line = new GapLine
        {
            ReturnId = agencyReturn.Id, JobRoleId = role.Id, LevelNumber = 1, Headcount = 12, Holding = 7, Expiring = 2
        };
        var answer = new ReturnAnswer { ReturnId = agencyReturn.Id, QuestionId = cycle.Questions[0].Id };
        answer.Answer(QuestionKind.Scored, 2, null, null, Viewer.System(partnership), now);
        var action = new GapAction { ReturnId = agencyReturn.Id };
        action.Change(new(ActionRoute.PlaceOnCourse, "Two mornings", "Head of service", today.AddMonths(3), 5, [line.Id]), today);
        var cost = new CostLine { ReturnId = agencyReturn.Id, ActionId = action.Id };
        cost.Change(new(CostKind.ProviderFee, null, 5, Money.OfPounds(70), 20, CostFunding.Partnership, 2026));
        var source = await db.FundingSources.OrderBy(r => r.Id).FirstOrDefaultAsync(r => r.PartnershipId == partnership)
            ?? new FundingSource
            {
                PartnershipId = partnership, Name = "Opening budget", Kind = FundingKind.PartnershipBudget,
                Amount = Money.OfPounds(10_000), From = today
            };
        var commitment = await db.FundingCommitments.OrderBy(r => r.Id).FirstOrDefaultAsync(r => r.PartnershipId == partnership)
            ?? new FundingCommitment
            {
                PartnershipId = partnership, SourceId = source.Id, What = "A course", Amount = Money.OfPounds(100), On = today
            };
        var request = await db.ContributionRequests.OrderBy(r => r.Id).FirstOrDefaultAsync(r => r.PartnershipId == partnership)
            ?? new ContributionRequest
            {
                PartnershipId = partnership, Board = "Adults board", Asked = Money.OfPounds(500), AskedOn = today
            };
        foreach (var row in new object[] { agencyReturn, line, answer, action, cost, source, commitment, request })
            if (db.Entry(row).State == EntityState.Detached) db.Add(row);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return new Dictionary<string, Guid>
        {
            ["cycleId"] = cycle.Id.Value, ["returnId"] = agencyReturn.Id.Value, ["lineId"] = line.Id.Value,
            ["questionId"] = cycle.Questions[0].Id.Value,
            ["actionId"] = action.Id.Value, ["costId"] = cost.Id.Value, ["commitmentId"] = commitment.Id.Value,
            ["contributionId"] = request.Id.Value,
        };
    }

    private static async Task<Cycle> CycleAsync(PortalDb db, Id<Partnership> partnership, DateOnly today)
    {
        var cycle = new Cycle
        {
            PartnershipId = partnership,
            PhaseId = (await db.Phases.Where(p => p.PartnershipId == partnership).OrderBy(p => p.Number).FirstAsync()).Id,
            FrameworkId = (await db.Frameworks.FirstAsync(f => f.PartnershipId == partnership && f.State == FrameworkState.Published)).Id,
            Title = Title, OpensOn = today, CutOffOn = today, DueAt = UkClock.At(today.AddDays(30), new(17, 0)),
            EndsOn = today.AddMonths(12),
        };
        cycle.Ask(Given.Question(cycle));
        db.Add(cycle);
        return cycle;
    }
}
