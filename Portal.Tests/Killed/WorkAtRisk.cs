using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>A borough with work waiting for the portal, and what must be true of it when the portal has been through.</summary>
internal sealed class WorkAtRisk : IAsyncDisposable
{
    private const int PeopleInAnImport = 400;
    private const int AgenciesInACycle = 120;
    private readonly TestDatabase database;
    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("portal-mail-");
    private readonly Body board;
    private readonly Phase phase;
    private SmallBorough borough = null!;
    private int people;
    private int editions;
    private int cycles;

    private WorkAtRisk(TestDatabase database, SmallBorough borough)
    {
        (this.database, this.borough, Places) = (database, borough, new(database, borough));
        // It begins later, so that its agencies are asked for returns and not judged yet.
        phase = new() { PartnershipId = borough.Partnership.Id, Number = 2, StartsOn = database.Clock.Today.AddYears(1) };
        board = Given.Body(borough.Partnership, "Strategic board");
    }

    public Dictionary<string, string> Settings => new()
    {
        ["Portal:Address"] = "https://portal.example/", ["Mail:Folder"] = mail.FullName,
        ["Database:Provider"] = $"{TestDatabase.Provider}", ["Database:ConnectionString"] = database.ConnectionString,
    };

    public static async Task<WorkAtRisk> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        database.Time.Now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var work = new WorkAtRisk(database, await SmallBorough.InAsync(database));
        await work.SaveAsync([work.phase, .. Enumerable.Range(1, AgenciesInACycle).Select(n => Given.Agency(work.phase, $"Agency {n}"))]);
        await work.SaveAsync(work.board, Given.Standard(work.borough.Partnership.Id, perLevel: true),
            Given.Standard(work.borough.Partnership.Id, "S09", "RolesMapped"),
            work.Member(work.borough.Ed, Role.BoardChair), work.Member(work.borough.Lena, Role.BoardMember),
            work.Member(work.borough.Cora, Role.Commissioner));
        await work.borough.HasAsync(database, "Someone already here", work.borough.Reception);
        await work.Places.CreateAsync();
        await using var db = database.Open();
        foreach (var agency in await db.Agencies.Where(a => a.PhaseId == work.borough.Phase.Id).ToListAsync())
            agency.ConfirmStaffList(database.Clock.Today);
        await db.SaveAsync(work.borough.Commissioner, "Confirmed", default);
        return work;
    }

    /// <summary>
    /// An import of new people, unless one still waits; an approved edition and a cycle of returns whose days have come; dates whose
    /// places go on to the next; and so a new standing to be judged.
    /// </summary>
    public async Task AddAsync()
    {
        await using var db = database.Open();
        if (!await db.Imports.AnyAsync(i => i.State == ImportState.Queued))
        {
            var lines = Enumerable.Range(people, PeopleInAnImport)
                .Select(n =>
                    $"{n},Person Number {n},person{n}@brambleford.example,{(n % 3 == 0 ? "Receptionist" : "Odd-job person")},01/02/2024");
            var desk = new ImportDesk(database, borough.Lead);
            var import = await desk.StaffList($"Employee number,Name,Work email,Job title,Start date\n{string.Join('\n', lines)}");
            await desk.Agree(import.Id, new ImportAnswers(Newcomers: $"{PeopleInAnImport}"));
            people += PeopleInAnImport;
        }
        var meeting = Given.Meeting(board, database.Clock.Today.AddDays(editions));
        var edition = Given.Edition(board, meeting, ++editions, issueOn: database.Clock.Today, preparedAt: database.Clock.Now);
        edition.Approve(borough.Commissioner, database.Clock.Now);
        var cycle = new Cycle
        {
            PartnershipId = borough.Partnership.Id, PhaseId = phase.Id, FrameworkId = borough.Framework.Id, Title = $"Cycle {++cycles}",
            OpensOn = database.Clock.Today, CutOffOn = database.Clock.Today, DueAt = database.Clock.Now.AddDays(30),
            EndsOn = database.Clock.Today.AddMonths(10),
        };
        await SaveAsync(meeting, edition, cycle);
        await Places.AddAsync();
    }

    /// <summary>Lets a node that starts, or with PostgreSQL one that runs, do these jobs through its engine.</summary>
    public async Task AskForAsync(IReadOnlyList<string> jobs)
    {
        await using var db = database.Open();
        // With SQLite, what was missed; with PostgreSQL, what a node that serves pages asks for.
        foreach (var job in jobs) await db.BeatAsync(job, database.Clock.Now.AddDays(-2), CancellationToken.None);
        if (!TestDatabase.OnPostgres) return;
        await using var node = new Node(database, [], ("Jobs:Enabled", "false"));
        foreach (var job in jobs) await node.Trigger.TriggerAsync(job, CancellationToken.None);
    }

    /// <summary>Whether something waits to be done still.</summary>
    public async Task<bool> IsLeftAsync()
    {
        await using var db = database.Open();
        return await db.Imports.AnyAsync(i => i.State != ImportState.Applied)
            || await db.Editions.AnyAsync(e => e.State != EditionState.Issued)
            || await db.Cycles.AnyAsync(c => c.OpenedAt == null) || await db.Outbox.AnyAsync(m => m.State != MailState.Sent);
    }

    public PortalDb Open() => database.Open();

    public PlacesAtRisk Places { get; }

    /// <summary>A message in the hands of a killed process is free again when its lease has passed: here, at once.</summary>
    public async Task LetLeasesPassAsync()
    {
        await using var db = database.Open();
        await db.Outbox.Where(m => m.State == MailState.Queued)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, database.Clock.Now.AddMinutes(-1)));
    }

    public async Task CheckAsync()
    {
        await using var db = database.Open();
        await ImportsAreWholeAsync(db);
        await StandingIsSingleAsync(db);
        await EveryRecipientHasOneMessageAsync(db);
        await EveryAgencyHasOneReturnAsync(db);
        await Places.CheckAsync(db);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        mail.Delete(recursive: true);
    }

    private async Task ImportsAreWholeAsync(PortalDb db)
    {
        Assert.All(await db.Imports.Select(i => i.State).ToListAsync(), state => Assert.Equal(ImportState.Applied, state));
        Assert.Equal(people + 1 + PlacesAtRisk.People, await db.Staff.CountAsync());
        Assert.Equal(people + 1 + PlacesAtRisk.People, await db.Posts.CountAsync(p => p.LeftOn == null));
        Assert.Equal(people, await db.Posts.Select(p => p.EmployeeNumber).Distinct().CountAsync(n => n != null));
    }

    private async Task StandingIsSingleAsync(PortalDb db)
    {
        var results = await db.StandardResults.AsNoTracking().ToListAsync();
        foreach (var history in results.GroupBy(r => (r.AgencyId, r.StandardCode, r.Level)))
        {
            var rows = history.OrderBy(r => r.From).ToList();
            Assert.Null(rows[^1].Until);
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.Second.From, pair.First.Until));
        }
        var mapped = results.Single(r => r.AgencyId == borough.Homes.Id && r.StandardCode == "S09" && r.Until is null);
        Assert.Equal(
            (people + 1, await db.Posts.CountAsync(p => db.JobTitles.Any(t => t.Id == p.JobTitleId && t.JobRoleId != null))),
            (mapped.Denominator, mapped.Numerator));
        var open = await db.Flags.AsNoTracking().Where(f => f.ClosedOn == null).ToListAsync();
        var wanted = results.Where(r => r.Until is null && r.Outcome is Outcome.NotMet or Outcome.PartlyMet).ToList();
        Assert.Equal(
            wanted.Where(r => r.Until is null).Select(r => (r.AgencyId, r.StandardCode, r.Level)).Order(),
            open.Select(f => (f.AgencyId, f.StandardCode, f.Level)).Order());
    }

    private async Task EveryRecipientHasOneMessageAsync(PortalDb db)
    {
        Assert.Equal(editions, await db.Editions.CountAsync(e => e.State == EditionState.Issued));
        Assert.Equal(editions * 2, await db.EditionRecipients.CountAsync());
        Assert.Equal(editions * 2, await db.Outbox.CountAsync(m => !m.Key.StartsWith("booking/")));
        var messages = await db.Outbox.CountAsync();
        Assert.Equal((messages, messages), (await db.Outbox.CountAsync(m => m.State == MailState.Sent), mail.GetFiles("*.eml").Length));
    }

    private async Task EveryAgencyHasOneReturnAsync(PortalDb db)
    {
        Assert.Equal(cycles, await db.Cycles.CountAsync(c => c.OpenedAt != null));
        Assert.Equal(cycles, await db.AuditEntries.CountAsync(e => e.PartOf == null && e.What.StartsWith("Opened the cycle")));
        Assert.Equal(cycles * AgenciesInACycle, await db.Returns.CountAsync());
        Assert.Equal(cycles * AgenciesInACycle, await db.Set<ReturnEvent>().CountAsync());
    }

    private async Task SaveAsync(params object[] rows)
    {
        await using var db = database.Open();
        db.AddRange(rows);
        await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Set the scene", default);
    }

    private Membership Member(PortalUser user, Role role) => Given.Membership(borough.Partnership.Id, user, role, body: board);
}
