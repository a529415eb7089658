using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Sql;
using Portal.Tests.Support;
using SQLitePCL;

namespace Portal.Tests.Features.Imports;

/// <summary>
/// The statements in .sql files are found by themselves: no database reads one for the first time when someone's file comes.
/// </summary>
public sealed partial class TheSqlOfImports : InASmallBorough
{
    [Fact]
    public async Task Every_statement_is_understood_by_the_database()
    {
        await using var db = Database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        RefuseNamesOfNothing(db);
        var sql = Of(db);
        var making = Statements().Where(s => Makes().IsMatch(s)).ToList();
        var others = Statements().Except(making).ToList();
        Assert.True(making.Count > 10 && others.Count > 40, $"{making.Count} and {others.Count} statements were found");
        foreach (var statement in making.OrderBy(s => s.Contains("CREATE INDEX", StringComparison.Ordinal)))
        {
            await using var command = sql.Command(statement);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        foreach (var statement in others)
        {
            await using var command = sql.Command(statement);
            var fault = await Record.ExceptionAsync(() => command.PrepareAsync(TestContext.Current.CancellationToken));
            Assert.True(fault is null, $"{fault?.Message}\n{command.CommandText}");
        }
    }

    [Fact]
    public void Every_name_in_it_is_of_a_table_or_of_its_own()
    {
        using var db = Database.Open();
        var words = new SqlVocabulary(db.Model);
        var rendered = Statements().Select(words.Render).ToList();
        var tables = db.Model.GetRelationalModel().Tables;
        var known = tables.Select(t => t.Name).Concat(tables.SelectMany(t => t.Columns).Select(c => c.Name))
            .Concat(rendered.SelectMany(s => Defines().Matches(s)).SelectMany(m => m.Groups.Values.Skip(1)).Select(g => g.Value))
            .Concat(rendered.Where(s => Makes().IsMatch(s)).SelectMany(Named)).ToHashSet();
        Assert.Empty(rendered.SelectMany(Named).Except(known));
    }

    [Fact]
    public void Every_section_is_run_and_every_run_names_a_section()
    {
        var files = SqlScripts.All.Keys.Select(k => k.Split('.')[0]).ToHashSet();
        var run = Repository.Sources("Portal/Features/Imports", ".cs")
            .SelectMany(f => Address().Matches(File.ReadAllText(Repository.File(f))))
            .Where(m => files.Contains(m.Groups[2].Value)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal(SqlScripts.All.Keys.Order(StringComparer.Ordinal), run.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sentence_is_said_and_what_it_leaves_open_is_filled()
    {
        var all = string.Concat(Statements());
        foreach (var (name, sentence) in RowSentences.All)
        {
            Assert.Matches($@"@{name}\b", all);
            Assert.All(Open().Matches(sentence), gap => Assert.Contains($"'{gap.Value}'", all));
        }
    }

    [Fact]
    public void A_word_that_means_nothing_is_a_fault()
    {
        using var db = Database.Open();
        var words = new SqlVocabulary(db.Model);
        Assert.Throws<InvalidOperationException>(() => words.Render("SELECT {idea}"));
        Assert.Throws<InvalidOperationException>(() => words.Render("SELECT {posts: *}"));
        Assert.Throws<InvalidOperationException>(() => SqlScripts.Of("Verdicts.Lost"));
        Assert.Throws<KeyNotFoundException>(() => Of(db).Command("SELECT @tomorrow"));
    }

    private ImportSql Of(PortalDb db) => new(db, new()
    {
        PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, Kind = ImportKind.StaffList, FileId = null,
        FileName = "none.csv",
        UploadedAt = Database.Clock.Now, UploadedBy = null, UploadedByName = "Nobody",
    }, Database.Clock.Today);

    private static IEnumerable<string> Statements() => SqlScripts.All.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value);

    private static IEnumerable<string> Named(string statement) => Quoted().Matches(statement).Select(m => m.Groups[1].Value);

    /// <summary>SQLite takes a name in double quotes that is nothing's for a text, unless it is told not to.</summary>
    private static void RefuseNamesOfNothing(PortalDb db)
    {
        const int inQueries = 1013, inTables = 1014;
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite) return;
        foreach (var setting in new[] { inQueries, inTables }) Assert.Equal(0, raw.sqlite3_db_config(sqlite.Handle, setting, 0, out _));
    }

    [GeneratedRegex("CREATE (TEMP TABLE|INDEX)")] private static partial Regex Makes();
    [GeneratedRegex("""(?:AS|TABLE|INDEX) "(\w+)"|"(\w+)" AS \(""")] private static partial Regex Defines();
    [GeneratedRegex("\"(\\w+)\"")] private static partial Regex Quoted();
    [GeneratedRegex("\"((\\w+)\\.\\w+)\"")] private static partial Regex Address();
    [GeneratedRegex(@"\[\w+\]")] private static partial Regex Open();
}
