using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Files;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Features.Cycles;
using Portal.Features.Home;
using Portal.Features.Hubs;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Opening;
using Portal.Features.Returns.Sections;

namespace Portal.Tests.Support;

/// <summary>Cycles and returns in a small borough, each step with a context of its own as a request or a job would have.</summary>
internal sealed class ReturnDesk(TestDatabase database, SmallBorough borough) : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(database.Clock)
        .AddScoped(_ => database.Open()).AddScoped<FileStore>().AddFeatures().BuildServiceProvider();

    public static DateOnly Today => Given.Today;

    /// <summary>Five in the afternoon, four weeks after the borough's first day.</summary>
    public static DateTime Due { get; } = UkClock.At(Given.Today.AddDays(28), new(17, 0));

    public DateTime Now { get => database.Time.Now; set => database.Time.Now = value; }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public async Task<T> In<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task In<TService>(Func<TService, Task> work)
        where TService : notnull => In<TService, bool>(async service => { await work(service); return true; });

    /// <summary>What someone's home page says is to do about returns, their cycles and the money for what they ask.</summary>
    public Task<IReadOnlyList<HomeTask>> TasksAsync(Viewer viewer) => In(async (IEnumerable<ITasks> rooms) => (await new HomeView(
        rooms.Where(r => r.GetType().Namespace!.Split('.')[2] is "Returns" or "Cycles" or "Funding"), [], database.Clock)
        .RunAsync(viewer, None)).Tasks);

    /// <summary>The sentence with which something is refused.</summary>
    public async Task<string> Refuses<TService>(Func<TService, Task> work)
        where TService : notnull => (await Assert.ThrowsAsync<Refused>(() => In(work))).Message;

    public static PlanCycle.Entry Days(
        DateOnly? opensOn = null, DateOnly? cutOffOn = null, DateTime? dueAt = null, DateOnly? endsOn = null,
        string title = "Phase 1, 2026") =>
        new(title, opensOn ?? Today, cutOffOn ?? Today, dueAt ?? Due, endsOn ?? Today.AddMonths(10));

    public Task<Id<Cycle>> Plan(PlanCycle.Entry? days = null) =>
        In((PlanCycle plan) => plan.RunAsync(borough.Commissioner, borough.Phase.Id, days ?? Days(), None));

    /// <summary>Plans and opens a cycle, and gives the return of the housing agency.</summary>
    public async Task<Id<AgencyReturn>> Opened(PlanCycle.Entry? days = null)
    {
        var cycle = await Plan(days);
        await In((OpenCycle open) => open.RunAsync(borough.Commissioner, cycle, None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
        return (await Returns(cycle)).Single(r => r.AgencyId == borough.Homes.Id).Id;
    }

    /// <summary>Someone may sign in with a role at an agency.</summary>
    public async Task<Membership> Has(Role role, PortalUser user, Agency? agency)
    {
        await using var db = database.Open();
        var membership = Given.Membership(borough.Partnership.Id, user, role, agency, from: Today.AddYears(-1), checkedOn: Today);
        db.Add(membership);
        await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Prepared a test", None);
        return membership;
    }

    public async Task HasLeads()
    {
        await Has(Role.TrainingLead, borough.Tess, borough.Homes);
        await Has(Role.ExecutiveLead, borough.Ed, borough.Homes);
    }

    public Task<List<AgencyReturn>> Returns(Id<Cycle> cycle) =>
        Read(db => db.Returns.AsNoTracking().Where(a => a.CycleId == cycle).ToListAsync());

    public async Task<AgencyReturn> Load(Id<AgencyReturn> id)
    {
        await using var db = database.Open();
        return await db.Returns.AsNoTracking().Include(a => a.Events.OrderBy(e => e.At).ThenBy(e => e.Id)).SingleAsync(a => a.Id == id);
    }

    public async Task<int> Version(Id<AgencyReturn> id) => (await Load(id)).Version;

    /// <summary>By the code of the job role; null for those who have none.</summary>
    public async Task<Dictionary<string, GapLine>> Lines(Id<AgencyReturn> id)
    {
        await using var db = database.Open();
        var roles = await db.JobRoles.ToDictionaryAsync(r => r.Id, r => r.Code);
        return (await db.GapLines.AsNoTracking().Where(l => l.ReturnId == id).ToListAsync())
            .ToDictionary(l => l.JobRoleId is { } role ? roles[role] : "none");
    }

    public async Task<Dictionary<string, CycleQuestion>> Questions(Id<AgencyReturn> id)
    {
        await using var db = database.Open();
        return await db.Set<CycleQuestion>().AsNoTracking().Where(q => db.Returns.Any(a => a.Id == id && a.CycleId == q.CycleId))
            .ToDictionaryAsync(q => q.Code);
    }

    public Task<Dictionary<Id<CycleQuestion>, ReturnAnswer>> Answers(Id<AgencyReturn> id) =>
        Read(db => db.ReturnAnswers.AsNoTracking().Where(a => a.ReturnId == id).ToDictionaryAsync(a => a.QuestionId));

    /// <summary>The messages in the outbox, oldest first; of one instant, by address.</summary>
    public Task<List<OutboxMail>> Mail() =>
        Read(db => db.Outbox.AsNoTracking().OrderBy(m => m.QueuedAt).ThenBy(m => m.ToAddress).ToListAsync());

    private async Task<T> Read<T>(Func<PortalDb, Task<T>> what)
    {
        await using var db = database.Open();
        return await what(db);
    }

    /// <summary>Confirms every figure and answers every question, each scored question with the same score.</summary>
    public async Task Fill(Id<AgencyReturn> id, int score = 2, Viewer? by = null)
    {
        var taken = (await Load(id)).FiguresTakenAt;
        await In((ConfirmLines confirm) => confirm.RunAsync(by ?? borough.Lead, id, taken, None));
        var answers = await Answers(id);
        foreach (var question in (await Questions(id)).Values)
            await Answer(
                id, question, Entry(question.Kind, score), answers.GetValueOrDefault(question.Id)?.Version ?? AnswerQuestion.NoAnswer, by);
    }

    public Task Answer(
        Id<AgencyReturn> id, CycleQuestion question, AnswerQuestion.Entry entry, int seen = AnswerQuestion.NoAnswer, Viewer? by = null,
        AnswerQuestion.Document? evidence = null) =>
        In((AnswerQuestion answer) => answer.RunAsync(by ?? borough.Lead, id, question.Id, entry, evidence, false, seen, None));

    public static AnswerQuestion.Entry Entry(QuestionKind kind, int score = 2) =>
        new(kind == QuestionKind.Scored ? score : null, kind == QuestionKind.Number ? 1 : null, kind == QuestionKind.Words ? "None" : null,
            null);

    public Task<Id<GapAction>> Plan(Id<AgencyReturn> id, params GapLine[] gaps) => Plan(id, "Head of housing", gaps);

    public Task<Id<GapAction>> Plan(Id<AgencyReturn> id, string? owner, params GapLine[] gaps) => In((SaveAction save) =>
        save.RunAsync(
            borough.Lead, id, null,
            new(ActionRoute.PlaceOnCourse, null, owner, Today.AddMonths(3), gaps.Sum(g => g.Gap), [.. gaps.Select(g => g.Id)]), 0, None));

    public Task Cost(
        Id<AgencyReturn> id, Id<GapAction> action, decimal? quantity, decimal? pounds, CostFunding funding = CostFunding.OwnBudget,
        CostKind kind = CostKind.ProviderFee, int vat = 0) => In((SaveCost save) =>
        save.RunAsync(
            borough.Lead, id, action, null,
            new(kind, null, quantity, pounds is { } price ? Money.OfPounds(price) : null, vat, funding, 2026), 0, None));

    public async Task Send(Id<AgencyReturn> id, Viewer? by = null)
    {
        var seen = await Version(id);
        await In((SendReturn send) => send.RunAsync(by ?? borough.Lead, id, null, seen, None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
    }

    public async Task Sign(Id<AgencyReturn> id, Viewer? by = null)
    {
        var seen = await Version(id);
        await In((SignReturn sign) => sign.RunAsync(by ?? borough.Executive, id, seen, None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
    }

    public async Task RequestChanges(Id<AgencyReturn> id, string? note)
    {
        var seen = await Version(id);
        await In((RequestChanges request) => request.RunAsync(borough.Commissioner, id, note, seen, None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
    }

    public async Task Accept(Id<AgencyReturn> id)
    {
        var seen = await Version(id);
        await In((AcceptReturn accept) => accept.RunAsync(borough.Commissioner, id, null, seen, None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
    }

    public async Task<Id<AgencyReturn>> Reopen(Id<AgencyReturn> id, string? note = "A team moved")
    {
        var seen = await Version(id);
        return await In((ReopenReturn reopen) => reopen.RunAsync(borough.Commissioner, id, note, seen, None));
    }

    /// <summary>Filled in, sent and signed.</summary>
    public async Task Submit(Id<AgencyReturn> id)
    {
        await Fill(id);
        await Send(id);
        await Sign(id);
    }
}
