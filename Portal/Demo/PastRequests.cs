using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Commissioning.Deciding;
using Portal.Features.Commissioning.Writing;

namespace Portal.Demo;

/// <summary>
/// What agencies of the fictional borough have asked the partnership to buy: one request that was approved with conditions, one that waits
/// for a meeting and that another agency joined, one sent back for changes, and one that is shared while it is written. A deed that is done
/// already is not done again.
/// </summary>
/// <param name="on">Puts a deed into the diary.</param>
internal sealed class PastRequests(
    Action<DateOnly, Func<IServiceProvider, Task>> on, Viewer commissioner, IReadOnlyList<AgencySeed> agencies, DateOnly today)
{
    private const string AtTheCounter = "Ask and act at the counter", InEmergency = "Ask and act in accident and emergency",
        Safeguarding = "Risk and safety planning for safeguarding leads", LaterLife = "Abuse in later life for volunteers";

    public void Plan(CancellationToken cancel)
    {
        var decided = today.AddMonths(-4);
        on(decided, s => WriteAsync(s, AgencyType.Housing, 0, AtTheCounter, 2, 16, Money.OfPounds(960), cancel));
        on(decided.AddWorkingDays(9), s => ApproveAsync(s, AtTheCounter, cancel));
        on(today.AddDays(-12), s => WriteAsync(s, AgencyType.Health, 0, InEmergency, 2, 60, Money.OfPounds(8_400), cancel));
        on(today.AddDays(-7), s => JoinAsync(s, InEmergency, 12, cancel));
        on(today.AddDays(-24), s => WriteAsync(s, AgencyType.Education, 0, Safeguarding, 3, 14, Money.OfPounds(1_400), cancel));
        on(today.AddDays(-13), s => SendBackAsync(s, Safeguarding, cancel));
        on(today.AddDays(-3), s => WriteAsync(s, AgencyType.Voluntary, 0, LaterLife, 1, 15, null, cancel));
    }

    /// <summary>The training lead of an agency of a kind writes a request, and sends it.</summary>
    /// <param name="place">How far down the list of those agencies.</param>
    /// <param name="asked">Of the partnership; null for one that is still being written, and shared.</param>
    public async Task WriteAsync(
        IServiceProvider services, AgencyType type, int place, string title, int level, int places, Money? asked, CancellationToken cancel)
    {
        var (db, day) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<UkClock>().Today);
        if (await db.CommissioningRequests.OfPartnership(commissioner).AnyAsync(r => r.Title == title, cancel)) return;
        if (await LeadAsync(db, type, place, cancel) is not { } lead) return; // A vacant post asks for nothing.
        var id = await services.GetRequiredService<StartRequest>().RunAsync(lead, title, level, null, cancel);
        Task<int> SeenAsync() => db.CommissioningRequests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync(cancel);
        await services.GetRequiredService<SayNeed>().RunAsync(lead, id, await SeenAsync(),
            new(title, "Courses on offer fill up before our people can be released, and none is at the times of our shifts.", level),
            cancel);
        var framework = (await db.FrameworkInForceAsync(commissioner.PartnershipId, today, cancel))!;
        var course = await db.Courses.OfPartnership(lead)
            .Where(c => c.AgencyId == null && c.WithdrawnOn == null && c.Mode != CourseMode.ELearning
                && c.Levels.Any(l => l.Framework == framework.Code && l.LevelNumber == level))
            .OrderBy(c => c.Code).Select(c => new { c.Id, c.ProviderId }).FirstOrDefaultAsync(cancel);
        await services.GetRequiredService<SayWhat>().RunAsync(lead, id, await SeenAsync(), new(
            type == AgencyType.Housing ? course?.Id : null, CourseMode.Room, ["DV", "CC"],
            [.. framework.Competencies.Where(c => c.LevelNumber == level).Select(c => c.Code)], null, places, day.AddMonths(1),
            day.AddMonths(5)), cancel);
        await services.GetRequiredService<SayProvider>().RunAsync(lead, id, await SeenAsync(), new(course?.ProviderId, course is null
            ? "A specialist charity" : null, level + 1), cancel);
        if (asked is not { } money)
        {
            await services.GetRequiredService<ShareRequest>().RunAsync(lead, id, await SeenAsync(), cancel);
            return;
        }
        var answers = await db.Clauses.OfPartnership(lead).Where(c => c.Asks != null).ToDictionaryAsync(
            c => c.Code, _ => (string?)"The provider has shown us how, and we will share what we find with the partnership.", cancel);
        await services.GetRequiredService<AnswerClauses>().RunAsync(lead, id, await SeenAsync(), answers, cancel);
        var year = FinancialYear.Of(day);
        var cost = services.GetRequiredService<CostRequest>();
        await cost.RunAsync(lead, id, new(CostKind.ProviderFee, null, 1, money, 0, CostFunding.Partnership, year), cancel);
        await cost.RunAsync(lead, id, new(CostKind.StaffRelease, null, places * 7, Money.OfPounds(17.20m), 0, CostFunding.OwnBudget, year),
            cancel);
        await services.GetRequiredService<SendRequest>().RunAsync(lead, id, await SeenAsync(), cancel);
    }

    private async Task ApproveAsync(IServiceProvider services, string title, CancellationToken cancel)
    {
        if (await WaitingAsync(services, title, cancel) is not { } request) return;
        var day = services.GetRequiredService<UkClock>().Today;
        await services.GetRequiredService<DecideRequest>().RunAsync(commissioner, request.Id, new(
            true, "Please tell us after the first date how many of the places were used.", null, null, null, null,
            [new("Two places on each date are offered to other agencies", "Training lead", day.AddMonths(2)),
                new("Feedback of the first date is sent to the commissioner", "Training lead", today.AddDays(20))]),
            request.Version, cancel);
        var condition = await services.GetRequiredService<PortalDb>().CommissioningRequests.Where(r => r.Id == request.Id)
            .SelectMany(r => r.Conditions).OrderBy(c => c.DueOn).Select(c => c.Id).FirstAsync(cancel);
        await services.GetRequiredService<MeetCondition>()
            .RunAsync(commissioner, request.Id, condition, "Two places are kept for others on each date", cancel);
    }

    private async Task SendBackAsync(IServiceProvider services, string title, CancellationToken cancel)
    {
        if (await WaitingAsync(services, title, cancel) is { } request)
            await services.GetRequiredService<AskForChanges>().RunAsync(commissioner, request.Id,
                "Please say why the two days of DASH and MARAC on offer are not enough, and ask another provider for a price.",
                request.Version, cancel);
    }

    private async Task JoinAsync(IServiceProvider services, string title, int places, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        if (await WaitingAsync(services, title, cancel) is not { } request
            || await db.CommissioningRequests.AnyAsync(r => r.Id == request.Id && r.Parties.Any(), cancel)) return;
        if (await LeadAsync(db, AgencyType.Health, 1, cancel) is { } other)
            await services.GetRequiredService<JoinRequest>().RunAsync(other, request.Id, places, cancel);
    }

    private Task<CommissioningRequest?> WaitingAsync(IServiceProvider services, string title, CancellationToken cancel) =>
        services.GetRequiredService<PortalDb>().CommissioningRequests.AsNoTracking().OfPartnership(commissioner)
            .SingleOrDefaultAsync(r => r.Title == title && r.State == RequestState.Submitted, cancel);

    /// <summary>The training lead of the agency of a kind that comes so many places down the list of those that have one.</summary>
    private async Task<Viewer?> LeadAsync(PortalDb db, AgencyType type, int place, CancellationToken cancel)
    {
        var names = agencies.Where(a => a.Type == type && a.Phase == 1).Select(a => a.Name).ToList();
        var leads = await db.Memberships.NotOverOn(db, today).Where(m => m.Role == Role.TrainingLead)
            .Join(db.Agencies.Where(a => names.Contains(a.Name)), m => m.AgencyId, a => a.Id, (m, a) => new { Membership = m, a.Name })
            .Join(db.Users, m => m.Membership.UserId, u => u.Id, (m, u) => new { m.Membership, m.Name, User = u }).ToListAsync(cancel);
        return leads.DistinctBy(l => l.Name).OrderBy(l => names.IndexOf(l.Name)).Skip(place)
            .Select(l => Viewer.Of(l.User.Id, l.User.Name, l.Membership)).FirstOrDefault();
    }
}
