using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Data;
using Portal.Features.Admin;
using Portal.Features.Admin.Audit;
using Portal.Features.Staff.People;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>SQLite plans by what it has been told of its own tables, and no installed database may depend on somebody telling it.</summary>
public sealed class KnowingItsOwnSize : InASmallBorough
{
    private const string OnSqlite = "PostgreSQL looks at its tables by itself";

    public static TheoryData<string, StaffList.Filter> Lists => new()
    {
        { "everyone", new() },
        { "a search", new(Search: "mar") },
        { "by level", new(Sort: StaffList.Sort.Level) },
        { "by first day", new(Sort: StaffList.Sort.Started) },
        { "at a level", new(Level: 1) },
        { "lapsed", new(Standing: StaffList.Show.Lapsed) },
        { "due", new(Standing: StaffList.Show.Due) },
        { "not mapped", new(Standing: StaffList.Show.Unmapped) },
    };

    [Theory, MemberData(nameof(Lists))]
    public async Task A_persons_jobs_are_found_by_the_person_even_where_nothing_is_known(string list, StaffList.Filter filter)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OnSqlite);
        var plans = new Plans();
        foreach (var viewer in new[] { Borough.Commissioner, Borough.Lead })
        {
            await using var db = OpenWith(plans);
            Assert.Equal(0, await KnownAsync(db));
            await Database.StaffList(db).RunAsync(viewer, filter, default);
        }

        // "SEARCH p0 USING INDEX IX_Posts_StaffId (StaffId=?)", and not each of the partnership's jobs for each person anew; or those of
        // an agency are read once.
        var asked = plans.Found.Where((_, query) => plans.Sql[query].Contains("FROM \"Staff\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        foreach (var plan in asked)
        {
            var perPerson = plan.Where((step, i) => step.Contains("IX_Posts", StringComparison.Ordinal)
                && (step.Contains(" EXISTS ", StringComparison.Ordinal)
                    || plan.Take(i).Any(before => before.StartsWith("CORRELATED", StringComparison.Ordinal)))).ToList();
            Assert.All(perPerson, step => Assert.True(step.Contains("StaffId=?", StringComparison.Ordinal), $"{list}: {step}"));
            Assert.True(perPerson.Count > 0 || plan.Exists(step => step.StartsWith("LIST SUBQUERY", StringComparison.Ordinal)),
                $"{list}: {string.Join("; ", plan)}");
        }
    }

    [Fact]
    public async Task The_audit_is_read_for_one_page_and_not_for_everything_that_was_ever_done()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OnSqlite);
        var plans = new Plans();
        await using var db = OpenWith(plans);
        Assert.NotEmpty((await new AuditList(db).RunAsync(Borough.Commissioner, new(), 1, default)).Rows);

        var read = plans.Sql.Zip(plans.Found).SelectMany(query => Regex.Matches(query.First, "\"AuditChanges\" AS \"(\\w+)\"")
            .SelectMany(table => query.Second
                .Where(step => step.Split(' ') is [_, var name, ..] && name == table.Groups[1].Value))).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, step => Assert.StartsWith("SEARCH", step));
    }

    /// <summary>Two grouped queries that are joined are gone through once for each row, where nothing is known.</summary>
    [Fact]
    public async Task People_and_their_records_are_counted_apart()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OnSqlite);
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer);
        var plans = new Plans();
        await using var db = OpenWith(plans);
        var framework = (await db.FrameworkInForceAsync(Borough.Commissioner.PartnershipId, Database.Clock.Today, default))!;
        Assert.Equal(1, (await LevelCount.OnAsync(db, framework, Database.Clock.Today, null, default)).Sum(c => c.People));

        var grouped = plans.Sql.ConvertAll(sql => Regex.Count(sql, "GROUP BY"));
        Assert.Equal(2, grouped.Sum());
        Assert.DoesNotContain(grouped, groups => groups > 1);
    }

    [Fact]
    public async Task It_is_told_each_night()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OnSqlite);
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer);
        await using var db = Database.Open();
        await new RenewStatisticsJob(db).RunAsync(default);
        Assert.NotEqual(0, await KnownAsync(db));
    }

    [Fact]
    public async Task A_database_that_has_grown_without_being_told_is_told_at_the_next_start()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OnSqlite);
        await using var app = await PortalApp.CreateAsync();
        await using (var before = app.Database.Open())
            await before.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS sqlite_stat1");

        (await app.Visitor().Open("/Account/SignIn")).Shows("Sign in");

        await using var db = app.Database.Open();
        var known = db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_stat1 WHERE tbl = 'Posts'");
        Assert.NotEqual(0, await known.SingleAsync());
    }

    private static async Task<int> KnownAsync(PortalDb db) =>
        await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync() == 0
        ? 0 : await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_stat1").SingleAsync();

    private SqlitePortalDb OpenWith(Plans plans)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, Database.ConnectionString);
        return new(options.AddInterceptors(plans).Options, Database.Clock, null!);
    }

    /// <summary>How the database means to go about each query: the steps of its plan, in order.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        public List<List<string>> Found { get; } = [];
        public List<string> Sql { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Sql.Add(command.CommandText);
            Found.Add(await StepsAsync(command, cancellationToken));
            return result;
        }

        private static async Task<List<string>> StepsAsync(DbCommand command, CancellationToken cancel)
        {
            var sql = command.CommandText;
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            List<string> steps = [];
            await using (var plan = await command.ExecuteReaderAsync(cancel))
                while (await plan.ReadAsync(cancel)) steps.Add(plan.GetString(3));
            command.CommandText = sql;
            return steps;
        }
    }
}
