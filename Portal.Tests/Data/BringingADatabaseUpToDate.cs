using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>A database of the version before keeps everything when its tables and columns are renamed.</summary>
public sealed class BringingADatabaseUpToDate
{
    private static readonly Guid Partnership = Id<Partnership>.New().Value, Phase = Id<Phase>.New().Value,
        Framework = Id<Framework>.New().Value;
    private static readonly Guid Homes = Id<Agency>.New().Value, Clinic = Id<Agency>.New().Value, Cycle = Id<Cycle>.New().Value;
    private static readonly Guid Return = Id<AgencyReturn>.New().Value, Event = Id<ReturnEvent>.New().Value;
    private static readonly DateTime Instant = new(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Returns_staff_lists_and_what_the_audit_said_of_them_are_there_under_their_new_names()
    {
        await using var database = TestDatabase.NotYetMade();
        await using (var before = database.Open())
        {
            await before.GetService<IMigrator>().MigrateAsync("AccessAndAgreement", TestContext.Current.CancellationToken);
            await FillAsync(before);
        }
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        var agencyReturn = await db.Returns.Include(r => r.Events).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Return, ReturnState.Draft), (agencyReturn.Id.Value, agencyReturn.State));
        Assert.Equal(Event, Assert.Single(agencyReturn.Events).Id.Value);
        Assert.Equal(ImportKind.StaffList, (await db.ImportMappings.SingleAsync(TestContext.Current.CancellationToken)).Kind);
        Assert.Equal(7, (await db.StaffListVersions.SingleAsync(TestContext.Current.CancellationToken)).Number);
        var confirmed = await db.StaffListConfirmations.OrderBy(c => c.SaidOn).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [(Homes, new(2026, 7, 1), new(2026, 7, 1)), (Clinic, new DateOnly(2026, 8, 3), (DateOnly?)new DateOnly(2026, 8, 3))],
            confirmed.Select(c => (c.AgencyId.Value, c.SaidOn, c.ConfirmedOn)));
        var audited = await db.AuditChanges.OrderBy(c => c.Entity).Select(c => new { c.Entity, c.Field })
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("Agency", "StaffListConfirmedOn"), ("AgencyReturn", "State")], audited.Select(c => (c.Entity, c.Field)));
    }

    /// <summary>
    /// SQLite copies a table for some changes, and outside the transaction: a process killed then would leave half of it.
    /// </summary>
    [Fact]
    public async Task Each_step_since_the_first_releases_is_one_transaction()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var (steps, sql, start) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>(),
            db.GetService<IModelRuntimeInitializer>());
        string[] before = ["Initial", "RosterVersions", "AccessAndAgreement"];
        var later = steps.Migrations.Where(m => !before.Any(b => m.Key.EndsWith(b, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(later);
        Assert.All(later, migration =>
        {
            var step = steps.CreateMigration(migration.Value, db.Database.ProviderName!);
            var model = start.Initialize(((IMutableModel)step.TargetModel).FinalizeModel(), designTime: true);
            Assert.DoesNotContain(sql.Generate(step.UpOperations, model), command => command.TransactionSuppressed);
        });
    }

    private static async Task FillAsync(PortalDb db)
    {
        await AddAsync(
            db, "Partnerships", ("Id", Partnership), ("Name", "Safer Brambleford"), ("ShortName", "SBP"), ("FrameworkCode", "X"),
            ("SupportEmail", "a@b.example"));
        await AddAsync(db, "Phases", ("Id", Phase), ("PartnershipId", Partnership), ("Number", 1), ("StartsOn", new DateOnly(2020, 1, 1)));
        foreach (var (id, name, day) in new[] { (Homes, "Homes", new DateOnly(2026, 7, 1)), (Clinic, "Clinic", new DateOnly(2026, 8, 3)) })
            await AddAsync(
                db, "Agencies", ("Id", id), ("PartnershipId", Partnership), ("Name", name), ("Type", "Housing"), ("Duty", "Agreed"),
                ("PhaseId", Phase),
                ("RosterConfirmedOn", day), ("Version", 1));
        await AddAsync(
            db, "Frameworks", ("Id", Framework), ("PartnershipId", Partnership), ("Code", "X"), ("Number", 1), ("Title", "X"),
            ("Source", "X"),
            ("State", "Published"), ("IsLadder", true), ("Version", 1));
        await AddAsync(
            db, "Cycles", ("Id", Cycle), ("PartnershipId", Partnership), ("PhaseId", Phase), ("FrameworkId", Framework), ("Title", "First"),
            ("OpensOn", new DateOnly(2026, 7, 1)), ("CutOffOn", new DateOnly(2026, 7, 1)), ("DueAt", Instant),
            ("EndsOn", new DateOnly(2027, 1, 1)), ("Version", 1));
        await AddAsync(
            db, "GapAssessments", ("Id", Return), ("PartnershipId", Partnership), ("CycleId", Cycle), ("AgencyId", Homes), ("Number", 1),
            ("State", "Draft"),
            ("DueAt", Instant), ("FiguresTakenAt", Instant), ("Version", 1), ("Sent_Costed", 0), ("Sent_Gaps", 0), ("Sent_OwnerMissing", 0),
            ("Sent_Planned", 0));
        await AddAsync(
            db, "AssessmentEvents", ("Id", Event), ("AssessmentId", Return), ("Step", "Reopened"), ("At", Instant), ("By", "A lead"),
            ("Role", "TrainingLead"));
        await AddAsync(
            db, "ImportMappings", ("Id", Guid.CreateVersion7()), ("PartnershipId", Partnership), ("AgencyId", Homes), ("Kind", "Roster"),
            ("Heading", "Name"));
        await AddAsync(db, "RosterVersions", ("PartnershipId", Partnership), ("Number", 7));
        var entry = Guid.CreateVersion7();
        await AddAsync(
            db, "AuditEntries", ("Id", entry), ("PartnershipId", Partnership), ("At", Instant), ("Actor", "A lead"),
            ("Role", "TrainingLead"), ("What", "Confirmed"));
        await AddAsync(
            db, "AuditChanges", ("Id", Guid.CreateVersion7()), ("EntryId", entry), ("Entity", "Agency"), ("EntityId", Homes),
            ("Field", "RosterConfirmedOn"),
            ("New", "2026-07-01"));
        await AddAsync(
            db, "AuditChanges", ("Id", Guid.CreateVersion7()), ("EntryId", entry), ("Entity", "GapAssessment"), ("EntityId", Return),
            ("Field", "State"), ("New", "Draft"));
    }

    /// <summary>By SQL, because today's model no longer knows these names.</summary>
    private static Task AddAsync(PortalDb db, string table, params (string Column, object Value)[] row)
    {
        var (columns, values) = (row.Select(c => $"\"{c.Column}\""), row.Select((_, i) => $"{{{i}}}"));
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)})";
        return db.Database.ExecuteSqlRawAsync(
            sql, row.Select(c => c.Value is Guid id && !TestDatabase.OnPostgres ? id.ToByteArray(bigEndian: true) : c.Value));
    }
}
