using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Cycles;
using Portal.Features.Funding;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Opening;
using Portal.Features.Returns.Sections;

namespace Portal.Demo;

/// <summary>
/// The two cycles of skill-gap assessments that the fictional borough has lived through, and its funding ledger: filled in
/// by the agencies' leads, signed, reviewed, and in a few cases late, unfinished or missing, as each agency's story tells. A
/// deed that is done already is not done again.
/// </summary>
/// <param name="on">Puts a deed into the diary.</param>
internal sealed class PastReturns(
    Action<DateOnly, Func<IServiceProvider, Task>> on, Viewer commissioner, IReadOnlyList<AgencySeed> agencies, DateOnly today)
{
    private const int WeeksToAnswer = 6;

    private readonly Dictionary<string, ReturnStory> stories = agencies.ToDictionary(a => a.Name, a => a.Story.Return);

    public void Plan(CancellationToken cancel)
    {
        on(today.AddMonths(-14), s => FundAsync(s, cancel));
        Cycle("Phase 1, first cycle", today.AddMonths(-14), first: true, cancel);
        Cycle("Phase 1, second cycle", today.AddDays(-95), first: false, cancel);
    }

    /// <summary>One cycle: opened, answered, signed and reviewed on its days.</summary>
    /// <param name="first">In the first one nobody is late yet; in a later one each agency's story is told.</param>
    public void Cycle(string title, DateOnly opens, bool first, CancellationToken cancel)
    {
        var due = UkClock.At(opens.AddDays(7 * WeeksToAnswer), new(17, 0));
        on(opens, s => OpenAsync(s, title, opens, due, cancel));
        foreach (var agency in agencies.Where(a => a.Phase == 1))
        {
            var story = first
                ? stories[agency.Name] == ReturnStory.Missing ? ReturnStory.Missing : ReturnStory.OnTime
                : stories[agency.Name];
            if (story == ReturnStory.Missing) continue;
            var sent = UkClock.DayOf(due).AddDays(story == ReturnStory.Late ? 4 : -(1 + agency.Number % 12));
            on(sent, s => WriteAsync(s, title, agency, story, cancel));
            if (story is ReturnStory.ToReview or ReturnStory.BeingWritten) continue;
            on(sent.AddWorkingDays(4 + agency.Number % 5), s => ReviewAsync(s, title, agency, story, cancel));
        }
    }

    private async Task OpenAsync(IServiceProvider services, string title, DateOnly opens, DateTime due, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        if (await db.Cycles.OfPartnership(commissioner).AnyAsync(c => c.Title == title, cancel)) return;
        var phase = await db.Phases.OfPartnership(commissioner).Where(p => p.Number == 1).Select(p => p.Id).SingleAsync(cancel);
        var cycle = await services.GetRequiredService<PlanCycle>()
            .RunAsync(commissioner, phase, new(title, opens, opens, due, opens.AddMonths(10)), cancel);
        await services.GetRequiredService<OpenCycle>().RunAsync(commissioner, cycle, cancel);
    }

    private async Task WriteAsync(IServiceProvider services, string title, AgencySeed agency, ReturnStory story, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        var agencyReturn = await ReturnAsync(db, title, agency.Name, cancel);
        if (agencyReturn.SentAt is not null || agencyReturn.ExtensionReason is not null) return;
        var lead = await LeadAsync(db, agencyReturn, Role.TrainingLead, cancel);
        if (lead is null) return; // A vacant post makes no return.
        await new MadeUpReturn(db, services.GetRequiredService<UkClock>(), agency, story).FillAsync(lead, agencyReturn, cancel);
        if (story == ReturnStory.BeingWritten)
        {
            var until = UkClock.At(today.AddDays(16), new(17, 0));
            await services.GetRequiredService<ExtendReturn>()
                .RunAsync(
                    commissioner, agencyReturn.Id, until, "The staff list was being moved to a new system", agencyReturn.Version, cancel);
            return;
        }
        await services.GetRequiredService<SendReturn>().RunAsync(lead, agencyReturn.Id, null, agencyReturn.Version, cancel);
        if (await LeadAsync(db, agencyReturn, Role.ExecutiveLead, cancel) is { } executive)
            await services.GetRequiredService<SignReturn>().RunAsync(executive, agencyReturn.Id, agencyReturn.Version, cancel);
    }

    private async Task ReviewAsync(IServiceProvider services, string title, AgencySeed agency, ReturnStory story, CancellationToken cancel)
    {
        var agencyReturn = await ReturnAsync(services.GetRequiredService<PortalDb>(), title, agency.Name, cancel);
        if (agencyReturn.State != ReturnState.Submitted) return;
        if (story == ReturnStory.ChangesRequested)
            await services.GetRequiredService<RequestChanges>()
                .RunAsync(
                    commissioner, agencyReturn.Id, "Please name an owner for each action at level 2, and say how release is paid for.",
                    agencyReturn.Version, cancel);
        else await services.GetRequiredService<AcceptReturn>().RunAsync(commissioner, agencyReturn.Id, null, agencyReturn.Version, cancel);
    }

    private async Task FundAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await services.GetRequiredService<PortalDb>().FundingSources.OfPartnership(commissioner).AnyAsync(cancel)) return;
        var yearEnds = new DateOnly(FinancialYear.Of(today) + 1, 3, 31);
        var (add, ask, answer) = (services.GetRequiredService<AddSource>(), services.GetRequiredService<AskForContribution>(),
            services.GetRequiredService<RecordAnswer>());
        await add.RunAsync(
            commissioner,
            new("Partnership opening budget", FundingKind.PartnershipBudget, Money.OfPounds(10_000), today.AddMonths(-14), null), cancel);
        await add.RunAsync(
            commissioner, new("Police and crime grant", FundingKind.Grant, Money.OfPounds(6_000), today.AddMonths(-14), yearEnds), cancel);
        foreach (var (board, pounds) in new[]
        {
            ("Safeguarding children partnership", 2_000m), ("Safeguarding adults board", 2_000m), ("Health and wellbeing board", 4_000m),
            ("Housing board", 1_500m), ("Drug and alcohol partnership", 1_000m)
        })
            await ask.RunAsync(commissioner, board, Money.OfPounds(pounds), today.AddMonths(-14), cancel);
        var requests = await services.GetRequiredService<PortalDb>().ContributionRequests.AsNoTracking().OfPartnership(commissioner)
            .OrderBy(r => r.Id).ToListAsync(cancel);
        await answer.RunAsync(commissioner, requests[0].Id, new(Money.OfPounds(1_500), null, yearEnds, "For this financial year"), cancel);
        await answer.RunAsync(commissioner, requests[3].Id, new(null, null, null, "No budget this year; may be asked again"), cancel);
    }

    private Task<AgencyReturn> ReturnAsync(
        PortalDb db, string title, string agency, CancellationToken cancel) => db.Returns.OfPartnership(commissioner)
        .SingleAsync(
            a => db.Cycles.Any(c => c.Id == a.CycleId && c.Title == title) && db.Agencies.Any(g => g.Id == a.AgencyId && g.Name == agency),
            cancel);

    private Task<Viewer?> LeadAsync(PortalDb db, AgencyReturn agencyReturn, Role role, CancellationToken cancel) => db.Memberships
        .NotOverOn(db, today).Where(m => m.AgencyId == agencyReturn.AgencyId && m.Role == role)
        .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m)).FirstOrDefaultAsync(cancel);
}

/// <summary>A return as a busy training lead would fill it in: the same agency answers the same way each time.</summary>
internal sealed class MadeUpReturn(PortalDb db, UkClock clock, AgencySeed agency, ReturnStory story)
{
    public async Task FillAsync(Viewer lead, AgencyReturn agencyReturn, CancellationToken cancel)
    {
        var now = clock.Now;
        var lines = await db.GapLines.Where(l => l.ReturnId == agencyReturn.Id).OrderBy(l => l.LevelNumber).ThenBy(l => l.Id)
            .ToListAsync(cancel);
        foreach (var line in story == ReturnStory.BeingWritten ? lines.Take(lines.Count / 2) : lines) line.Confirm(lead, now);
        await AnswerAsync(lead, agencyReturn, now, cancel);
        foreach (var level in lines.Where(l => l.Gap > 0).GroupBy(l => l.LevelNumber!.Value)
            .Take(story == ReturnStory.BeingWritten ? 1 : int.MaxValue))
            Plan(agencyReturn, level.Key, [.. level]);
        await db.SaveAsync(lead, "Filled in a return", cancel);
    }

    private async Task AnswerAsync(Viewer lead, AgencyReturn agencyReturn, DateTime now, CancellationToken cancel)
    {
        var questions = await db.Set<CycleQuestion>().Where(q => q.CycleId == agencyReturn.CycleId).OrderBy(q => q.Number)
            .ToListAsync(cancel);
        var carried = await db.ReturnAnswers.Where(a => a.ReturnId == agencyReturn.Id).ToDictionaryAsync(a => a.QuestionId, cancel);
        foreach (var question in story == ReturnStory.BeingWritten ? questions.Take(3) : questions)
        {
            if (!carried.TryGetValue(question.Id, out var answer))
                db.ReturnAnswers.Add(answer = new() { ReturnId = agencyReturn.Id, QuestionId = question.Id });
            var better = answer.Score is null ? 0 : 1;
            answer.Answer(
                question.Kind, Math.Min(3, 1 + (agency.Number + question.Number) % 2 + better), agency.Number % 3,
                question.Kind == QuestionKind.Words ? Barrier : null, lead, now);
        }
    }

    private string Barrier => (agency.Number % 4) switch
    {
        0 => "Cover for shifts.",
        1 => "Turnover in front-line jobs.",
        2 => "Few dates near us.",
        _ => "None."
    };

    private void Plan(AgencyReturn agencyReturn, int level, IReadOnlyList<GapLine> gaps)
    {
        var people = gaps.Sum(g => g.Gap);
        var action = new GapAction { ReturnId = agencyReturn.Id };
        var owner = story is ReturnStory.ChangesRequested && level == 2 ? null : level < 3 ? "Head of learning" : "Safeguarding lead";
        action.Change(
            new(level switch { 1 => ActionRoute.ELearning, 3 => ActionRoute.CommissionCourse, _ => ActionRoute.PlaceOnCourse }, null, owner,
                clock.Today.AddMonths(3 + level), people, [.. gaps.Select(g => g.Id)]), clock.Today);
        db.GapActions.Add(action);
        if (story == ReturnStory.Uncosted && level > 1) return;
        var year = FinancialYear.Of(clock.Today.AddMonths(3 + level));
        var (fee, hours, wage) = level switch
        {
            1 => (Money.OfPounds(15), 2, Money.OfPounds(13.50m)),
            2 => (Money.OfPounds(70), 7, Money.OfPounds(17.20m)),
            3 => (Money.OfPounds(100), 14, Money.OfPounds(21.35m)),
            _ => (Money.OfPounds(1_500), 84, Money.OfPounds(22))
        };
        var funding = story == ReturnStory.AsksForFunding ? CostFunding.Partnership
            : agency.Number % 5 == 0 ? CostFunding.NoSource
            : CostFunding.OwnBudget;
        Add(CostKind.ProviderFee, people, fee, funding);
        Add(CostKind.StaffRelease, people * hours, wage, CostFunding.OwnBudget);

        void Add(CostKind kind, int quantity, Money price, CostFunding paid)
        {
            var cost = new CostLine { ReturnId = agencyReturn.Id, ActionId = action.Id };
            cost.Change(new(kind, null, quantity, price, 0, paid, year));
            db.CostLines.Add(cost);
        }
    }
}
